import { redirect } from "react-router";
import { previewCertificate, printCertificate } from "@tuwai/server/certificates";
import { languageOf, localPath } from "#language/language.ts";
import { formText, forUseCase, type Handle, readOperationId } from "#shell";
import type { Route } from "./+types/certificate-file.route";

export const handle: Handle = { access: "certificate.read" };

/** `POST …/berkas` prints the certificate; only the first print is the original. */
export async function action({ request, context }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const certificateId = formText(form, "piagam");
  const { bytes, fileName } = await printCertificate(app, actor, { operationId, certificateId });
  return pdf(bytes, `attachment; filename="${fileName}"`);
}

/** `GET …/berkas?pratinjau=ya` shows what would be printed; everything else belongs on the page before. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  if (!searchParams.has("pratinjau"))
    throw redirect(localPath(languageOf(pathname), "/sponsor/saya/piagam"), 303);
  return pdf(await previewCertificate(...forUseCase(context)), 'inline; filename="pratinjau.pdf"');
}

function pdf(bytes: Uint8Array<ArrayBuffer>, disposition: string): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": disposition,
      "Cache-Control": "private, no-store",
    },
  });
}
