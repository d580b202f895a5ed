/** A village in the last complete month and three months before; `of` is whom the share is of. */
export type VillageStanding = {
  readonly code: string;
  readonly covered: number;
  readonly of: number;
  readonly before: number | null;
};

export type Behind = VillageStanding & { readonly percent: number; readonly open: number };

const percentOf = (covered: number, of: number): number => Math.min(100, (covered / of) * 100);

/** Who has the smallest part covered first; on the same part, who has more people without cover. Small villages are not ranked. */
export function furthestBehind(
  villages: readonly VillageStanding[],
  fewest: number,
  most: number,
): readonly Behind[] {
  return villages
    .filter(({ of }) => of >= fewest)
    .map((village) => ({
      ...village,
      percent: percentOf(village.covered, village.of),
      open: Math.max(0, village.of - village.covered),
    }))
    .toSorted((a, b) => a.percent - b.percent || b.open - a.open)
    .slice(0, most);
}

/** Who gained most points of share in three months, at least one point. */
export function mostImproved(
  villages: readonly VillageStanding[],
  fewest: number,
  most: number,
): readonly { readonly code: string; readonly points: number }[] {
  return villages
    .filter(({ of, before }) => of >= fewest && before !== null)
    .map(({ code, covered, of, before }) => ({
      code,
      points: Math.round(percentOf(covered, of) - percentOf(before!, of)),
    }))
    .filter(({ points }) => points >= 1)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, most);
}
