import { isFullOn } from "#cover";
import { firstDay, type CivilDate, listMonths, type Month, shiftMonth } from "#time";
import type { BudgetHorizon, FundingWay } from "./budget-facts.ts";

type PriceOf = (month: Month) => number | undefined;

/** What money can do for somebody without a payer: a new member for one month up to all of the horizon. */
export function waysOfGrant(horizon: BudgetHorizon, priceOf: PriceOf): readonly FundingWay[] {
  return paidOn({ ...horizon, since: firstDay(horizon.from), priceOf }).map((paid) => ({
    kind: "grant",
    settled: 0,
    ...paid,
  }));
}

export type InArrears = {
  /** Participant since; null where unknown, and then no month counts as full. */
  readonly since: CivilDate | null;
  /** First of the months that are owed. */
  readonly owedFrom: Month;
  readonly owedMonths: number;
  /** What they cost, in whole rupiah. */
  readonly arrears: number;
  /** Nobody pays from now on. */
  readonly isPayerGone: boolean;
};

/** What money can do for a member in arrears: settle what is owed, and where nobody pays, pay on for up to the horizon. */
export function waysOfRescue(
  { since, owedFrom, owedMonths, arrears, isPayerGone }: InArrears,
  horizon: BudgetHorizon,
  priceOf: PriceOf,
): readonly FundingWay[] {
  const owed = owedMonths === 0 ? [] : listMonths(owedFrom, shiftMonth(owedFrom, owedMonths - 1));
  const fullOfOwed = owed.filter(
    (month) => since !== null && isFullOn(since, firstDay(month)) === true,
  ).length;
  const alone: FundingWay = {
    kind: "rescue",
    settled: owedMonths,
    months: 0,
    cost: arrears,
    fullMonths: fullOfOwed,
  };
  if (!isPayerGone) return owedMonths === 0 ? [] : [alone];
  const on = paidOn({ ...horizon, since, priceOf }).map(({ months, cost, fullMonths }) => ({
    kind: "rescue" as const,
    settled: owedMonths,
    months,
    cost: arrears + cost,
    fullMonths: fullOfOwed + fullMonths,
  }));
  return owedMonths === 0 ? on : [alone, ...on];
}

type Paying = BudgetHorizon & { readonly since: CivilDate | null; readonly priceOf: PriceOf };

/** One month, two, up to all; no further than a price is known. */
function paidOn({ from, months, since, priceOf }: Paying): readonly Omit<FundingWay, "kind" | "settled">[] {
  const ways: Omit<FundingWay, "kind" | "settled">[] = [];
  let cost = 0;
  let fullMonths = 0;
  for (const month of listMonths(from, shiftMonth(from, months - 1))) {
    const price = priceOf(month);
    if (price === undefined) break;
    cost += price;
    fullMonths += since !== null && isFullOn(since, firstDay(month)) === true ? 1 : 0;
    ways.push({ months: ways.length + 1, cost, fullMonths });
  }
  return ways;
}
