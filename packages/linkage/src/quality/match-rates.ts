import { wilson, type Estimate } from "#review";

export type GroupCount = { group: string; rows: number; linked: number };
export type GroupRate = GroupCount & { rate: Estimate; small: boolean };
/** Shares of right records with a partner, by one grouping. */
export type MatchRates = {
  /** What the groups are: "place", "sex", "birth decade". */
  by: string;
  /** Largest groups first, at most 200. */
  groups: GroupRate[];
  /** Groups whose interval lies wholly below or above the rate of all and three in a hundred away, small groups left out. */
  unlike: { group: string; rate: number; overall: number }[];
};

/** Below this a group's rate is chance: shown, marked, never called different. */
const smallGroup = 30;
const mostGroups = 200;
/** So strict that among 200 equal groups about one in five lists has a group called different by chance. */
const strictZ = 3.29;
/** Smaller differences are of no consequence, however certain. */
const worthSaying = 0.03;

/** Share of right records that found a partner, by group. A low rate may mean worse data, or people truly missing on the left. */
export function matchRates(by: string, counts: readonly GroupCount[]): MatchRates {
  const rows = counts.reduce((sum, group) => sum + group.rows, 0);
  const overall = counts.reduce((sum, group) => sum + group.linked, 0) / Math.max(rows, 1);
  const groups = counts
    .map((count): GroupRate => ({
      ...count,
      rate: wilson(count.linked, count.rows, 1.96),
      small: count.rows < smallGroup,
    }))
    .toSorted((a, b) => b.rows - a.rows || (a.group < b.group ? -1 : 1));
  const unlike = groups.flatMap((group) => {
    const { low, high } = wilson(group.linked, group.rows, strictZ);
    const certain = high < overall || low > overall;
    const differs = !group.small && certain && Math.abs(group.rate.value - overall) >= worthSaying;
    return differs ? [{ group: group.group, rate: group.rate.value, overall }] : [];
  });
  return { by, groups: groups.slice(0, mostGroups), unlike };
}
