import { AppError, isUuid } from "@tuwai/server/app";
import { openClaimDocument } from "@tuwai/server/claims";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/document.route";

export const handle: Handle = { access: "claim.document.download" };

const endings: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

/** The picture of one document as it came, as a file and never as a page of ours. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const documentId = params.dokumen;
  if (!isUuid(documentId)) throw new AppError("not-found", { object: "document" });
  const paper = await openClaimDocument(...forUseCase(context), { claimCode: params.kode, documentId });
  return new Response(Uint8Array.from(paper.bytes), {
    headers: {
      "Content-Type": paper.type,
      "Content-Disposition": `attachment; filename="berkas-klaim.${endings[paper.type] ?? "bin"}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
