import type { App } from "#app";
import { type SharedBoard, type Watcher, watchSharedBoard } from "./shared-board.ts";

/** So often a word passes where nothing happens, so that both sides notice a dead connection. */
const aliveMillis = 15_000;
/** A stream ends after this and is asked for anew, so that whoever signed out meanwhile is refused. */
const longestMillis = 10 * 60_000;

/**
 * Frames of `text/event-stream`: the board whole at once, then whole again with every change. Nothing is queued: a frame is made when
 * the reader takes it, of the newest board, so that a slow reader leaves boards out and never fills memory.
 */
export function boardFrames(
  app: App,
  meeting: { readonly id: string; readonly code: string },
  first: SharedBoard,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const until = performance.now() + longestMillis * (0.9 + Math.random() * 0.2);
  const seat: Seat = { newest: first, isOver: false, isGone: false, wake: null, leave: null };
  let sent: SharedBoard | null = null;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        // Whoever never reads is not watched for.
        seat.leave ??= watchSharedBoard(app, meeting, watcherOf(seat));
        if (sent === seat.newest && !seat.isOver) await change(seat);
        if (seat.isGone) return;
        if (seat.isOver || performance.now() > until) {
          seat.leave();
          controller.close();
          return;
        }
        const frame = sent === seat.newest ? aliveFrame(app) : boardFrame(app, seat.newest);
        sent = seat.newest;
        controller.enqueue(encoder.encode(frame));
      },
      cancel: () => {
        seat.isGone = true;
        seat.leave?.();
        seat.wake?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Of one who watches. */
type Seat = {
  newest: SharedBoard;
  isOver: boolean;
  /** The reader went away by himself. */
  isGone: boolean;
  wake: (() => void) | null;
  leave: (() => void) | null;
};

const watcherOf = (seat: Seat): Watcher => ({
  told: (board) => {
    seat.newest = board;
    seat.wake?.();
  },
  ended: () => {
    seat.isOver = true;
    seat.wake?.();
  },
});

/** The next board, the end, or the time to say that one is still there. */
async function change(seat: Seat): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, aliveMillis);
  seat.wake = resolve;
  await promise;
  clearTimeout(timer);
}

const nowOf = (app: App): number => app.clock.now().getTime();
const aliveFrame = (app: App): string => `event: alive\ndata: {"now":${nowOf(app)}}\n\n`;
const boardFrame = (app: App, { mark, json }: SharedBoard): string =>
  `event: board\ndata: {"now":${nowOf(app)},"mark":"${mark}","board":${json}}\n\n`;
