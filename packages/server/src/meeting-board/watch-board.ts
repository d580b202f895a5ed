import { requireMeeting } from "#meetings";
import { act, type Call } from "#use-case";
import type { Board } from "./board.ts";
import { boardFrames } from "./board-frames.ts";
import { lookAtBoard, type SharedBoard } from "./shared-board.ts";

type Asked = { readonly meetingCode: string };

/** A board, the mark by which one knows whether another says the same, and the moment at which it holds. */
export type BoardNow = { readonly mark: string; readonly board: Board; readonly now: number };

/** The board of a meeting, the same for whoever may watch it. Throws `not-found`. */
export const getBoard = act(
  { name: "meeting-board", permission: "meeting.watch" },
  async (call, asked: Asked): Promise<BoardNow> => {
    const { mark, board } = await lookAtBoard(call.app, await findMeetingOf(call, asked));
    return { mark, board, now: call.app.clock.now().getTime() };
  },
);

/** The board as server-sent events: whole at once, then whole again with every change, until either side ends it. */
export const watchBoard = act(
  { name: "meeting-board-stream", permission: "meeting.watch" },
  async (call, asked: Asked): Promise<ReadableStream<Uint8Array>> => {
    const meeting = await findMeetingOf(call, asked);
    const first: SharedBoard = await lookAtBoard(call.app, meeting);
    return boardFrames(call.app, meeting, first);
  },
);

/** Whoever may watch a meeting sees all of it: need and promises of villages are said aloud in the hall. */
const findMeetingOf = (call: Call, { meetingCode }: Asked) =>
  call.look((step) => requireMeeting(step, meetingCode));
