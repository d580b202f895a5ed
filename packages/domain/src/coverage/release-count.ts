/** What the public sees of a count of people, and the true value it was made from (kept sealed, for the next release). */
export type ReleasedCount = { readonly published: number | null; readonly basis: number };

export type ReleasedPercent = {
  /** One decimal; with `bound` the limit that is all one may know. Null: not published. */
  readonly percent: number | null;
  readonly bound: "none" | "at-least" | "at-most";
};

const SMALLEST_PUBLISHED = 10;
const ROUNDING = 5;
const LEAST_MOVE = 5;
const SMALLEST_DENOMINATOR = 20;
const HIGHEST_PERCENT = 95;
const LOWEST_PERCENT = 5;

/**
 * Rules S2 and S5 of reliability.md G.7: nothing below 10, rounded to 5, zero only when it cannot be otherwise, and a
 * figure changes only once the true value has moved by 5, so that two releases do not betray one newcomer.
 */
export function releaseCount(
  trueValue: number,
  { previous, isStructuralZero = false }: { previous: ReleasedCount | null; isStructuralZero?: boolean },
): ReleasedCount {
  if (!Number.isSafeInteger(trueValue) || trueValue < 0)
    throw new RangeError("people are counted in whole numbers from 0");
  if (isStructuralZero && trueValue === 0) return { published: 0, basis: 0 };
  if (previous !== null && Math.abs(trueValue - previous.basis) < LEAST_MOVE) return previous;
  const published = trueValue < SMALLEST_PUBLISHED ? null : Math.round(trueValue / ROUNDING) * ROUNDING;
  return { published, basis: trueValue };
}

/** Rule S3: a total is the sum of what is published, never the exact number beside its rounded parts. */
export function totalOfReleased(counts: readonly ReleasedCount[]): {
  published: number | null;
  suppressedParts: number;
} {
  const known = counts.flatMap(({ published }) => published ?? []);
  const suppressedParts = counts.length - known.length;
  if (known.length === 0) return { published: null, suppressedParts };
  return { published: known.reduce((sum, count) => sum + count, 0), suppressedParts };
}

/** Rule S7: from the rounded halves only, none below 20, and never so near 0 or 100 that it speaks of everyone. */
export function releasePercent(numerator: number | null, denominator: number | null): ReleasedPercent {
  if (numerator === null || denominator === null || denominator < SMALLEST_DENOMINATOR)
    return { percent: null, bound: "none" };
  const percent = Math.round((numerator * 1000) / denominator) / 10;
  if (percent >= HIGHEST_PERCENT) return { percent: HIGHEST_PERCENT, bound: "at-least" };
  if (percent <= LOWEST_PERCENT) return { percent: LOWEST_PERCENT, bound: "at-most" };
  return { percent, bound: "none" };
}
