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

/**
 * `share` is null where fewer than the least number of the group are covered, or are not: then the interval is all that those between none
 * and that number could mean. `isBehind`: the whole interval lies below the city's rate, so that chance alone is no likely reason.
 */
export type ReachedGroup = Omit<ReachCount, "covered"> & {
  readonly share: number | null;
  readonly interval: Pick<Interval, "low" | "high">;
  readonly isBehind: boolean;
};

export type FairReach = {
  readonly city: Interval | null;
  readonly groups: readonly ReachedGroup[];
  /** Groups too small to be shown. */
  readonly hidden: readonly Pick<ReachCount, "dimension" | "value">[];
};

type Held = {
  readonly city: { readonly people: number; readonly covered: number };
  readonly least: number;
};

/**
 * Holds every group of at least `least` people against the city's rate. Where one group of a trait is hidden the smallest shown one
 * of the same trait is hidden too: of a told whole the rest tells the other. The same holds where one alone keeps its share back.
 */
export function fairReach(counts: readonly ReachCount[], { city, least }: Held): FairReach {
  const rate = wilson(city.covered, city.people);
  const hidden = reachDimensions.flatMap((dimension) => {
    const own = counts.filter((count) => count.dimension === dimension && count.people > 0);
    const small = hideSmall(own, least);
    const rest = own.filter((count) => !small.includes(count)).toSorted((a, b) => a.people - b.people);
    const silent = rest.filter((count) => hasSmallPart(count, least));
    const other = rest.find((count) => !silent.includes(count));
    return silent.length === 1 ? [...small, ...silent, ...(other === undefined ? [] : [other])] : small;
  });
  const groups = counts
    .filter((count) => count.people > 0 && !hidden.includes(count))
    .map(({ covered, ...group }) => {
      const { share, low, high } = toldShare({ covered, people: group.people }, least);
      return { ...group, share, interval: { low, high }, isBehind: rate !== null && high < rate.share };
    });
  return {
    city: city.people < least ? null : rate,
    groups,
    hidden: hidden.map(({ dimension, value }) => ({ dimension, value })),
  };
}

type Part = Pick<ReachCount, "people" | "covered">;

const hasSmallPart = ({ people, covered }: Part, least: number): boolean =>
  covered < least || people - covered < least;

function toldShare(
  { people, covered }: Part,
  least: number,
): Omit<Interval, "share"> & { readonly share: number | null } {
  if (covered < least)
    return { share: null, low: 0, high: wilson(Math.min(people, least - 1), people)!.high };
  if (people - covered < least)
    return { share: null, low: wilson(Math.max(0, people - least + 1), people)!.low, high: 1 };
  return wilson(covered, people)!;
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
