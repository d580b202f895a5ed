import { openFollowUpPaper } from "@tuwai/server/follow-ups";
import { AppError, isUuid } from "@tuwai/server/app";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/paper.route";

export const handle: Handle = { access: "follow_up.read" };

const endings: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

/** The scan of one step as it came, as a file and never as a page of ours. */
export async function loader({ context, params }: Route.LoaderArgs) {
  if (!isUuid(params.langkah)) throw new AppError("not-found", { object: "paper" });
  const paper = await openFollowUpPaper(...forUseCase(context), { stepId: params.langkah });
  return new Response(Uint8Array.from(paper.bytes), {
    headers: {
      "Content-Type": paper.type,
      "Content-Disposition": `attachment; filename="bukti-tindak-lanjut.${endings[paper.type] ?? "bin"}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
