import type { Month } from "#time";

/** `grant`: a new member is paid for. `rescue`: what is owed is settled, and paid on where nobody else does. */
export type FundingKind = "grant" | "rescue";

/** One thing that money can do for somebody. */
export type FundingWay = {
  readonly kind: FundingKind;
  /** Owed months that are settled. */
  readonly settled: number;
  /** Months paid for from the first month of the plan on; what is owed before is settled besides. */
  readonly months: number;
  /** Whole rupiah, by the price by law of each month. */
  readonly cost: number;
  /** Paid months on whose first day the full death benefit holds. */
  readonly fullMonths: number;
};

/** Somebody whom the budget could pay for, with everything it could do for them; at most one of it is done. */
export type Fundable = {
  readonly id: string;
  /** Points of the policy: whoever has more comes first, and is passed by nobody who has less. */
  readonly score: number;
  readonly ways: readonly FundingWay[];
};

export type Funded = { readonly id: string; readonly rank: number; readonly way: FundingWay };

/** Why somebody of a rank is not paid for: everything went to those before, or what was left buys them no full month. */
export type UnfundedReason = "used-up-before" | "not-enough-left" | "no-full-month";

export type BudgetRank = {
  /** From 1, the first by policy. */
  readonly rank: number;
  readonly people: number;
  readonly funded: number;
  readonly fullMonths: number;
  readonly cost: number;
  /** Null where everybody of the rank is paid for as far as it goes. */
  readonly why: UnfundedReason | null;
};

export type BudgetUse = {
  readonly funded: readonly Funded[];
  readonly ranks: readonly BudgetRank[];
  readonly fullMonths: number;
  readonly cost: number;
  readonly left: number;
};

export type BudgetPlan = {
  readonly use: BudgetUse;
  /** The plain way: down the list, each for as long as the money goes. */
  readonly plain: BudgetUse;
  /** Why the plain way was taken after all; null where the best one stands. */
  readonly plainTaken: "no-answer" | "below-the-plain-way" | null;
};

export type BudgetHorizon = { readonly from: Month; readonly months: number };
