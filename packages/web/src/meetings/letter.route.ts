import { getMeeting, printInvitation } from "@tuwai/server/meetings";
import { commitmentTexts } from "#language/commitments.ts";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/letter.route";
import { pdfAnswer } from "./pdf-answer.ts";

export const handle: Handle = { access: "meeting.guests.read" };

/** The invitation on A4 or F4; a letter of the city is in Indonesian, whoever prints it. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { groups } = await getMeeting(app, actor, { meetingCode: params.kode });
  const paper = new URL(request.url).searchParams.get("kertas") ?? "a4";
  const groupNames = groups.map((group) => commitmentTexts.id.groups[group]).join(", ");
  return pdfAnswer(await printInvitation(app, actor, { meetingCode: params.kode, paper, groupNames }));
}
