import { printMandate } from "@tuwai/server/mandates";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/mandate-file.route";

export const handle: Handle = { access: "pledge.mandate.print" };

/** The paper of the reader's own mandate; it holds an account, so neither browser nor proxy keeps it. */
export async function loader({ context }: Route.LoaderArgs) {
  const { bytes, fileName } = await printMandate(...forUseCase(context));
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
