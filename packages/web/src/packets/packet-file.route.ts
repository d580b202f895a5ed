import { redirect } from "react-router";
import { isAppError } from "@tuwai/server/app";
import { downloadPacket } from "@tuwai/server/packets";
import { languageOf, localPath } from "#language/language.ts";
import { forUseCase, formText, type Handle } from "#shell";
import type { Route } from "./+types/packet-file.route";

export const handle: Handle = { access: "enrolment.packet_download" };

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** `POST …/berkas` with a purpose: the workbook for BPJS, never kept by browser or proxy. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const purpose = formText(await request.formData(), "tujuan");
  const asked = { packetCode: params.kode, purpose };
  const file = await downloadPacket(app, actor, asked).catch((error: unknown) => {
    // The one refusal that concerns the form is told beside its field; all others are told by the error page.
    if (isAppError(error) && error.details["field"] === "purpose") return null;
    throw error;
  });
  if (file === null) throw redirect(`${formPath(request, params.kode)}?salah=tujuan`, 303);
  return new Response(Uint8Array.from(file.bytes), {
    headers: {
      "Content-Type": workbook,
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Whoever comes here by a link, or back from proving the password, is asked for the purpose first. */
export function loader({ request, params }: Route.LoaderArgs) {
  throw redirect(formPath(request, params.kode));
}

function formPath(request: Request, code: string): string {
  const language = languageOf(new URL(request.url).pathname);
  return localPath(language, `/kepesertaan/pendaftaran/${encodeURIComponent(code)}/unduh`);
}
