import { releaseCount } from "#coverage";

/** What a release of coverage says of a village: people on its list, and how many of them are covered; rounded, or withheld. */
export type ReleasedHalves = {
  readonly numerator: number | null;
  readonly listed: number | null;
};

export type RoundedVulnerable = {
  /** Without cover, as a release lets one count them; null where it does not. */
  readonly open: number | null;
  readonly need: number | null;
  /** Null where it would speak of fewer than ten people. */
  readonly paid: number | null;
};

type Known = {
  readonly released: ReleasedHalves;
  /** Of those on the list the ones who hold an office and stand in public with exact rows of their own. */
  readonly others: number;
  /** Of one worker for a year; null where no law says it. */
  readonly price: number | null;
  readonly budgeted: number;
  readonly paid: number;
};

const few = 10;

/**
 * What the public is told of a village's vulnerable workers beside promise and budget (reliability.md G.7 S8). Need is made of
 * nothing but what a release has published already, so that no difference between two pages, and no division by the price, gives
 * a count that was not rounded. Money paid is told as so many people for a year, rounded like every count.
 */
export function roundVulnerable({ released, others, price, budgeted, paid }: Known): RoundedVulnerable {
  const { numerator, listed } = released;
  const left = numerator === null || listed === null ? null : listed - numerator - others;
  const open = left === null || left < few ? null : Math.round(left / 5) * 5;
  const years = price === null ? null : releaseCount(Math.round(paid / price), { previous: null }).published;
  return {
    open,
    need: open === null || price === null ? null : open * price,
    // Without a budget there is nothing to pay from: that is no count of anybody.
    paid: budgeted === 0 ? 0 : years === null || price === null ? null : years * price,
  };
}
