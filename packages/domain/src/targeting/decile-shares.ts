import { hideSmall } from "./fair-reach.ts";
import type { RegisterCount } from "./targeting-counts.ts";

/** Workers of the register with one decile, or one span of them, or none; how many stand on a list and how many are covered. */
export type DecileShare = {
  readonly from: number | null;
  readonly to: number | null;
  readonly people: number;
  /** Expected numbers, rounded; null where so few would tell of one. */
  readonly listed: number | null;
  readonly covered: number | null;
};

/** By decile from the poorest, spans after them and those without a decile last. Below `least` people only that they are few is said. */
export function sharesByDecile(register: readonly RegisterCount[], least: number): readonly DecileShare[] {
  const workers = register.filter(({ work }) => work === "works");
  const groups = [...Map.groupBy(workers, ({ from, to }) => `${from ?? ""}-${to ?? ""}`).values()].map(
    (cells) => {
      const sum = (of: (cell: RegisterCount) => number) => cells.reduce((total, cell) => total + of(cell), 0);
      const { from, to } = cells[0]!;
      return {
        from,
        to,
        people: sum(({ people }) => people),
        listed: Math.round(sum(({ listed }) => listed)),
        covered: Math.round(sum(({ covered }) => covered)),
      };
    },
  );
  const hidden = new Set(hideSmall(groups, least));
  return groups
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((group) => (hidden.has(group) ? { ...group, people: 0, listed: null, covered: null } : group));
}

function placeOf({ from, to }: Pick<DecileShare, "from" | "to">): number {
  if (from === null || to === null) return 1000;
  return from === to ? from : 100 + from * 10 + to;
}
