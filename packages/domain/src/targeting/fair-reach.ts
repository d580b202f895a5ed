import { type Interval, wilson } from "./wilson.ts";

export const reachDimensions = ["sex", "age", "work", "village"] as const;
export type ReachDimension = (typeof reachDimensions)[number];

/** People on the lists whom the city could cover, and how many of them are covered, by one trait. */
export type ReachCount = {
  readonly dimension: ReachDimension;
  readonly value: string;
  readonly people: number;
  readonly covered: number;
};

/** `behind`: the whole interval lies below the city's rate, so that chance alone is no likely reason. */
export type ReachedGroup = ReachCount & { readonly interval: Interval; readonly isBehind: boolean };

export type FairReach = {
  readonly city: Interval | null;
  readonly groups: readonly ReachedGroup[];
  /** Groups too small to be shown. */
  readonly hidden: readonly Pick<ReachCount, "dimension" | "value">[];
};

/**
 * Holds every group of at least `least` people against the city's rate. Where one group of a trait is hidden the smallest shown one
 * of the same trait is hidden too: of a told whole the rest tells the other.
 */
export function fairReach(
  counts: readonly ReachCount[],
  {
    city,
    least,
  }: { readonly city: { readonly people: number; readonly covered: number }; readonly least: number },
): FairReach {
  const rate = wilson(city.covered, city.people);
  const hidden = reachDimensions.flatMap((dimension) =>
    hideSmall(
      counts.filter((count) => count.dimension === dimension),
      least,
    ),
  );
  const groups = counts
    .filter((count) => !hidden.includes(count))
    .map((count) => {
      const interval = wilson(count.covered, count.people)!;
      return { ...count, interval, isBehind: rate !== null && interval.high < rate.share };
    });
  return {
    city: city.people < least ? null : rate,
    groups,
    hidden: hidden.map(({ dimension, value }) => ({ dimension, value })),
  };
}

/** The parts of one whole that may not be shown: those below `least`, and the next smallest where only one would be missing. */
export function hideSmall<T extends { readonly people: number }>(
  parts: readonly T[],
  least: number,
): readonly T[] {
  const present = parts.filter(({ people }) => people > 0);
  const small = present.filter(({ people }) => people < least);
  const rest = present.filter(({ people }) => people >= least).toSorted((a, b) => a.people - b.people);
  return small.length === 1 ? [...small, ...rest.slice(0, 1)] : small;
}
