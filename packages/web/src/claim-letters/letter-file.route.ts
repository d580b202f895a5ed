import { AppError } from "@tuwai/server/app";
import { makeClaimLetter } from "@tuwai/server/claim-letters";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { forUseCase, formText, type Handle } from "#shell";
import type { Route } from "./+types/letter-file.route";

export const handle: Handle = { access: "claim.letter" };

/** `POST …/surat/laporan.pdf` or `….html` with a reason: the letter, never kept by browser or proxy. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const file = await makeClaimLetter(app, actor, {
    // Each asking hands out a file, and is noted.
    operationId: app.newId(),
    claimCode: params.kode,
    letter: params.berkas.replace(/\.(?:pdf|html)$/, ""),
    letterFormat: params.berkas.endsWith(".html") ? "word" : "pdf",
    paper: formText(form, "kertas"),
    reason: formText(form, "alasan"),
  });
  if (file.outcome === "refused")
    throw redirect(`${listPath(request, params.kode)}?salah=alasan#alasan`, 303);
  return new Response(file.bytes, {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Whoever comes here by a link, or back from proving the password, chooses among the letters first. */
export function loader({ request, params }: Route.LoaderArgs) {
  if (!/^(?:laporan|ahli-waris|kerja|permohonan)\.(?:pdf|html)$/.test(params.berkas))
    throw new AppError("not-found", { object: "letter" });
  throw redirect(listPath(request, params.kode));
}

function listPath(request: Request, code: string): string {
  const language = languageOf(new URL(request.url).pathname);
  return localPath(language, `/klaim/${encodeURIComponent(code)}/surat`);
}
