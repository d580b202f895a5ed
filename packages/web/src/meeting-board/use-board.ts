import { useEffect, useRef, useState } from "react";
import type { Board, BoardNow } from "@tuwai/server/meeting-board";
import { followBoard } from "./follow-board.ts";
import type { News } from "./open-line.ts";

/** How it stands between this screen and the server. `new` until the first word, `back` shortly after it was lost. */
export type LineState = "new" | "live" | "lost" | "back" | "signed-out";

export type Followed = {
  readonly board: Board;
  readonly line: LineState;
  /** The moment of the meeting, by the server's clock. */
  readonly now: number;
  /** When the numbers were last known to hold. */
  readonly heldAt: number;
};

/** Shorter breaks are nobody's business: a bar shown too soon makes people distrust the numbers. */
const lostMillis = 5000;
const backMillis = 6000;

/** Follows the board of a page from what the page brought along. Without scripts it stays at that. */
export function useBoard(
  first: BoardNow,
  { url, code }: { readonly url: string; readonly code: string },
): Followed {
  const [board, setBoard] = useState(first.board);
  const [shown, setShown] = useState<Omit<Followed, "board">>({
    line: "new",
    now: first.now,
    heldAt: first.now,
  });
  const line = useRef({
    isHeard: false,
    brokenAt: null as number | null,
    backAt: null as number | null,
    isOut: false,
  });
  useEffect(() => {
    const clock = makeWallClock(first.now);
    let heldAt = first.now;
    const show = () => setShown({ line: stateOf(line.current), now: clock.now(), heldAt });
    const tell = (news: News): void => {
      const at = performance.now();
      const state = line.current;
      if (news.kind === "broken") state.brokenAt ??= at;
      else if (news.kind === "signed-out") state.isOut = true;
      else {
        if (state.brokenAt !== null && at - state.brokenAt > lostMillis) state.backAt = at;
        Object.assign(state, { brokenAt: null, isOut: false, isHeard: true });
        clock.follow(news.now);
        heldAt = clock.now();
        if (news.kind === "board") setBoard(news.board);
      }
      show();
    };
    const stop = followBoard({ url, code, tell });
    const timer = setInterval(show, 1000);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [url, code, first.now]);
  return { board, ...shown };
}

type Line = {
  readonly isHeard: boolean;
  readonly brokenAt: number | null;
  readonly backAt: number | null;
  readonly isOut: boolean;
};

function stateOf({ isHeard, brokenAt, backAt, isOut }: Line): LineState {
  const at = performance.now();
  if (isOut) return "signed-out";
  if (brokenAt !== null && at - brokenAt > lostMillis) return "lost";
  if (backAt !== null && at - backAt < backMillis) return "back";
  return isHeard ? "live" : "new";
}

/** The server's clock between two of its words. It never goes back: a demo city's clock stands still. */
function makeWallClock(first: number): {
  readonly now: () => number;
  readonly follow: (now: number) => void;
} {
  let base = { at: performance.now(), now: first };
  const now = () => base.now + performance.now() - base.at;
  return {
    now,
    follow: (told) => {
      if (told > now()) base = { at: performance.now(), now: told };
    },
  };
}
