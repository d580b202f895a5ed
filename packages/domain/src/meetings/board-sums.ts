import type { RowState } from "./row-state.ts";

/** What a hall sees of a village: who only looked or types has not said anything yet. */
export type BoardState = "declared" | "awaiting" | "objected" | "draft" | "missing";

export const boardStates = ["declared", "awaiting", "objected", "draft", "missing"] as const;

/** A village on the board; `promised` counts only where the promise stands. */
export type BoardPart = {
  readonly state: BoardState;
  readonly need: number;
  readonly promised: number;
  /** Some of it is for less than a whole year. */
  readonly isShort: boolean;
};

export function boardStateOf(state: RowState): BoardState {
  return state === "unopened" || state === "opened" || state === "typing" ? "missing" : state;
}

/** A promise that somebody else typed stands while it waits for the village's word, and no longer once it objects. */
export const isStanding = (state: BoardState): boolean => state === "declared" || state === "awaiting";

export type BoardSums = {
  readonly villages: number;
  /** How many stand in each state; they add up to all villages. */
  readonly counts: Readonly<Record<BoardState, number>>;
  /** Villages whose promise stands: declared, and awaiting their word. */
  readonly standing: number;
  readonly need: number;
  readonly promised: number;
  /** Rupiah of each state: promised where it stands, needed where it does not. */
  readonly rupiah: Readonly<Record<BoardState, number>>;
  /** Villages that promise less than they need, what is missing of it, and how many of them for less than a year. */
  readonly less: { readonly villages: number; readonly rupiah: number; readonly short: number };
  /** Of the need of each village, what is promised; the rest of a promise goes beyond it. */
  readonly met: { readonly declared: number; readonly awaiting: number };
  readonly beyond: number;
  /** Need that no standing promise meets. */
  readonly gap: number;
};

/**
 * The board's sums, by which need = met + gap = promised + gap − beyond holds to the rupiah. A village that said nothing adds its need to the gap
 * and nothing to what is promised: silence is no zero.
 */
export function boardSums(villages: readonly BoardPart[]): BoardSums {
  const sum = (of: readonly BoardPart[], what: (v: BoardPart) => number) =>
    of.reduce((all, village) => all + what(village), 0);
  const standing = villages.filter(({ state }) => isStanding(state));
  const less = standing.filter(({ need, promised }) => promised < need);
  const each = (of: (state: BoardState, own: readonly BoardPart[]) => number) =>
    Object.fromEntries(
      boardStates.map((state) => [
        state,
        of(
          state,
          villages.filter((one) => one.state === state),
        ),
      ]),
    ) as Record<BoardState, number>;
  const metOf = (state: BoardState) =>
    sum(
      standing.filter((one) => one.state === state),
      ({ need, promised }) => Math.min(need, promised),
    );
  const missingOfLess = sum(less, ({ need, promised }) => need - promised);
  const unspoken = villages.filter(({ state }) => !isStanding(state));
  return {
    villages: villages.length,
    counts: each((_, own) => own.length),
    standing: standing.length,
    need: sum(villages, ({ need }) => need),
    promised: sum(standing, ({ promised }) => promised),
    rupiah: each((state, own) => sum(own, ({ need, promised }) => (isStanding(state) ? promised : need))),
    less: {
      villages: less.length,
      rupiah: missingOfLess,
      short: standing.filter(({ isShort }) => isShort).length,
    },
    met: { declared: metOf("declared"), awaiting: metOf("awaiting") },
    beyond: sum(standing, ({ need, promised }) => Math.max(0, promised - need)),
    gap: missingOfLess + sum(unspoken, ({ need }) => need),
  };
}
