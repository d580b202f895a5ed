import { workingCopyOf } from "@tuwai/domain/minutes";
import { getMinutes } from "@tuwai/server/minutes";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/working-copy.route";
import { askedRevision } from "./asked-revision.ts";
import { toMinutes } from "./to-minutes.ts";

export const handle: Handle = { access: "minutes.read" };

/** The same words for an office program, marked as what they are: not the minutes. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const asked = { meetingCode: params.kode, ...askedRevision(new URL(request.url).searchParams) };
  const { minutes } = await getMinutes(...forUseCase(context), asked);
  if (minutes === null) throw toMinutes(request, params.kode);
  return new Response(workingCopyOf(minutes.paper), {
    headers: {
      "Content-Type": "application/msword",
      "Content-Disposition": `attachment; filename="${minutes.number}-salinan-kerja.doc"`,
      "Cache-Control": "private, no-store",
    },
  });
}
