import { type Interval, wilson } from "#targeting";

/** People: 8 of 10 possibilities lie from low80 to high80, half of them from low50 to high50. Never falls from left to right. */
export type Band = {
  readonly low80: number;
  readonly low50: number;
  readonly median: number;
  readonly high50: number;
  readonly high80: number;
};

/** Of whole numbers from 0; the smallest value that at least the share of the draws does not pass. Throws for no draws. */
export function bandOf(draws: ArrayLike<number>): Band {
  if (draws.length === 0) throw new RangeError("a band needs draws");
  let most = 0;
  for (let at = 0; at < draws.length; at += 1) most = Math.max(most, draws[at]!);
  const counts = new Uint32Array(most + 1);
  for (let at = 0; at < draws.length; at += 1) counts[draws[at]!]! += 1;
  let value = 0;
  let passed = counts[0]!;
  const reach = (share: number) => {
    while (passed < share * draws.length) {
      value += 1;
      passed += counts[value]!;
    }
    return value;
  };
  return {
    low80: reach(0.1),
    low50: reach(0.25),
    median: reach(0.5),
    high50: reach(0.75),
    high80: reach(0.9),
  };
}

/** Share of hits with its 95 % interval; null where nothing was tried. */
export type HitShare = Interval & { readonly hits: number; readonly of: number };

export function hitShare(hits: number, of: number): HitShare | null {
  const interval = wilson(hits, of);
  return interval === null ? null : { hits, of, ...interval };
}
