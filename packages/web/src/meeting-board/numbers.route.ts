import { getBoard, watchBoard } from "@tuwai/server/meeting-board";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/numbers.route";

export const handle: Handle = { access: "meeting.watch" };

const never = { "Cache-Control": "private, no-store, no-transform" } as const;

/**
 * `GET …/angka`: the board's numbers. Whoever accepts a stream of events gets one, everybody else the numbers once; with `?sejak=` and
 * the mark of a board that still holds, only that it does.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const asked = { meetingCode: params.kode };
  if (request.headers.get("accept")?.startsWith("text/event-stream") === true) {
    const frames = await watchBoard(...forUseCase(context), asked);
    // Some proxies keep an answer back until it is complete, unless they are told not to.
    const headers = {
      ...never,
      "Content-Type": "text/event-stream; charset=utf-8",
      "X-Accel-Buffering": "no",
    };
    return new Response(frames, { headers });
  }
  const { mark, now, board } = await getBoard(...forUseCase(context), asked);
  const isKnown = new URL(request.url).searchParams.get("sejak") === mark;
  return Response.json(isKnown ? { mark, now } : { mark, now, board }, { headers: never });
}
