import { printAlmsReceipt } from "@tuwai/server/alms";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { formText, forUseCase, type Handle, readOperationId } from "#shell";
import type { Route } from "./+types/receipt-file.route";

export const handle: Handle = { access: "donation.receipt.print" };

/** `POST /sedekah/kuitansi` prints a receipt; only the first print is the original. */
export async function action({ request, context }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const receiptId = formText(form, "kuitansi");
  const { bytes, fileName } = await printAlmsReceipt(app, actor, { operationId, receiptId });
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Nothing to read here: the address belongs to the form. */
export function loader({ request }: Route.LoaderArgs) {
  throw redirect(localPath(languageOf(new URL(request.url).pathname), "/sedekah"), 303);
}
