import { openDraft } from "@tuwai/server/drafts";
import { readYear } from "#commitments";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/draft-file.route";

export const handle: Handle = { access: "village_commitment.draft" };

/** One paper of a village as a file, to print or to edit. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const { bytes, fileName, type } = await openDraft(app, actor, {
    villageCode: params.desa,
    year: readYear(searchParams, app),
    draft: searchParams.get("jenis") ?? "",
    paper: searchParams.get("kertas") ?? "",
    draftFormat: searchParams.get("bentuk") === "word" ? "word" : "pdf",
  });
  return new Response(bytes, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
