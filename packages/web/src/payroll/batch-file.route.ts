import { givePayrollFile } from "@tuwai/server/payroll";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { forUseCase, formText, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/batch-file.route";

export const handle: Handle = { access: "deduction_batch.file" };

/** `POST …/berkas`: the file for payroll, never kept by browser or proxy; that it was given out is kept. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData();
  const file = await givePayrollFile(...forUseCase(context), {
    payrollCode: params.kode,
    form: formText(form, "isi") === "changes" ? "changes" : "all",
    format: readFileForm(form),
  });
  return new Response(Uint8Array.from(file.bytes), {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Whoever comes here by a link is shown the batch. */
export function loader({ request, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  throw redirect(localPath(language, `/iuran/potongan/${encodeURIComponent(params.kode)}`));
}
