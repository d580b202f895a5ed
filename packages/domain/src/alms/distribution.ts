import { multiplyRupiah, rupiah, type Rupiah } from "#money";

/** A child of a round. Siblings are counted from the household by whoever asks, never typed. */
export type RoundChild = { readonly childId: string; readonly siblings: number };

export type DistributionQuestion = {
  /** What the fund holds, rupiah. */
  readonly fund: Rupiah;
  readonly perChild: Rupiah;
  readonly children: readonly RoundChild[];
};

export type DistributionReason = "no-children" | "no-amount" | "same-child-twice" | "not-in-fund";

export type DistributionPlan = {
  readonly lines: readonly { readonly childId: string; readonly amount: Rupiah }[];
  readonly total: Rupiah;
  readonly left: Rupiah;
  /** Children who share their home with another child of the register; for whoever brings it, one visit is enough. */
  readonly withSiblings: number;
};

export type DistributionAnswer =
  | { readonly outcome: "planned"; readonly plan: DistributionPlan }
  | { readonly outcome: "refused"; readonly reasons: readonly DistributionReason[]; readonly short: Rupiah };

/** The same for each child, whole or not at all: what the fund does not hold is refused, with what is missing. */
export function planDistribution({ fund, perChild, children }: DistributionQuestion): DistributionAnswer {
  const total = multiplyRupiah(rupiah(perChild), children.length);
  const found: readonly [DistributionReason, boolean][] = [
    ["no-children", children.length === 0],
    ["no-amount", perChild <= 0],
    ["same-child-twice", new Set(children.map(({ childId }) => childId)).size < children.length],
    ["not-in-fund", total > fund],
  ];
  const reasons = found.flatMap(([reason, holds]) => (holds ? [reason] : []));
  if (reasons.length > 0) return { outcome: "refused", reasons, short: rupiah(Math.max(0, total - fund)) };
  return {
    outcome: "planned",
    plan: {
      lines: children.map(({ childId }) => ({ childId, amount: perChild })),
      total,
      left: rupiah(fund - total),
      withSiblings: children.filter(({ siblings }) => siblings > 0).length,
    },
  };
}
