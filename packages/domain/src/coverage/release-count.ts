import { shareOf } from "./share-of.ts";

/** What the public sees of a count of people, and the true value it was made from (kept sealed, for the next release). */
export type ReleasedCount = { readonly published: number | null; readonly basis: number };

export type ReleasedPercent = {
  /** One decimal; with `bound` the limit that is all one may know. Null: not published. */
  readonly percent: number | null;
  readonly bound: "none" | "at-least";
};

const SMALLEST_PUBLISHED = 10;
const ROUNDING = 5;
const LEAST_MOVE = 5;
const SMALLEST_DENOMINATOR = 20;
const HIGHEST_PERCENT = 95;

/**
 * Rules S2 and S5 of reliability.md G.7: nothing below 10, rounded to 5, zero only when it cannot be otherwise, and a
 * figure changes only once the true value has moved by 5, so that two releases do not betray one newcomer. A count that
 * was withheld for the sake of others is judged as if it had been published.
 */
export function releaseCount(
  trueValue: number,
  { previous, isStructuralZero = false }: { previous: ReleasedCount | null; isStructuralZero?: boolean },
): ReleasedCount {
  if (!Number.isSafeInteger(trueValue) || trueValue < 0)
    throw new RangeError("people are counted in whole numbers from 0");
  if (isStructuralZero && trueValue === 0) return { published: 0, basis: 0 };
  const stands = previous !== null && Math.abs(trueValue - previous.basis) < LEAST_MOVE;
  const basis = stands ? previous.basis : trueValue;
  return { published: basis < SMALLEST_PUBLISHED ? null : Math.round(basis / ROUNDING) * ROUNDING, basis };
}

/** Whole people from `from` to `to`, both included. */
export type CountRange = { readonly from: number; readonly to: number };

/**
 * Between which numbers a published count was when it was last drawn anew (rule S2). The true one may have moved by up to four since, as
 * a figure changes only once it has moved by five (S5); pages say so. Of 19 in 21 this shows 18 to 22, never all.
 */
export function rangeOfCount(published: number): CountRange {
  const half = (ROUNDING - 1) / 2;
  return { from: Math.max(SMALLEST_PUBLISHED, published - half), to: published + half };
}

/** How far a count may have moved without being drawn anew (S5). */
const drift = LEAST_MOVE - 1;

/** What may be concluded of a published count by whoever knows the rules: one that was just drawn anew has not moved since. */
export function knowableRange(published: number, { isFresh }: { readonly isFresh: boolean }): CountRange {
  const { from, to } = rangeOfCount(published);
  return isFresh ? { from, to } : { from: from - drift, to: to + drift };
}

/** Whether a count is withheld because it is itself below ten. */
export function isSmallCount({ published, basis }: ReleasedCount): boolean {
  return published === null && basis < SMALLEST_PUBLISHED;
}

/** What is known of a count of which only that it is small is told. */
export const smallRange = ({ isFresh }: { readonly isFresh: boolean }): CountRange => ({
  from: 0,
  to: SMALLEST_PUBLISHED - 1 + (isFresh ? 0 : drift),
});

/** A place where nobody is on a list has nobody covered; up to four may have come since. */
export const silentRange = ({ isFresh }: { readonly isFresh: boolean }): CountRange => ({
  from: 0,
  to: isFresh ? 0 : drift,
});

/** Whether a count large enough to be published was withheld, so that another could not be found by subtraction. */
export function isWithheldForOthers(released: ReleasedCount | undefined): boolean {
  return released !== undefined && released.published === null && released.basis >= SMALLEST_PUBLISHED;
}

/**
 * Rule S7: from the rounded halves only, none below 20, and never so near 100 that it speaks of everyone. Near 0 it is what both halves
 * say, as ten at least are published: a bound would hide nothing, and contradict them.
 */
export function releasePercent(numerator: number | null, denominator: number | null): ReleasedPercent {
  if (numerator === null || denominator === null || denominator < SMALLEST_DENOMINATOR)
    return { percent: null, bound: "none" };
  const percent = shareOf(numerator, denominator) ?? 0;
  if (percent >= HIGHEST_PERCENT) return { percent: HIGHEST_PERCENT, bound: "at-least" };
  return { percent, bound: "none" };
}
