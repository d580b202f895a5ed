import { rupiah, sumRupiah, type Rupiah } from "#money";
import { monthAtIndex, monthIndex, monthOf, type Month } from "#time";
import { lastPaidMonth } from "./cover-dates.ts";
import { stateOnDay, type CoverState } from "./cover-state.ts";
import { spellOn, type CoverFold } from "./fold-cover.ts";

/** A month that has to be paid to be in order again, and what was paid of it without reaching its price. */
export type OwedMonth = { month: Month; paid: Rupiah };

const arrears: readonly CoverState[] = ["grace-1", "grace-2", "grace-3", "village-owes"];

/**
 * The months of somebody in arrears, from the one after those paid to the month of the last day of evidence. None while the
 * oldest of them is not overdue, and none once membership is over: then no payment brings it back.
 */
export function owedMonths(fold: CoverFold): OwedMonth[] {
  const spell = spellOn(fold, fold.until);
  if (spell === undefined || !arrears.includes(stateOnDay(fold, fold.until))) return [];
  const first = lastPaidMonth(fold, spell) + 1;
  const count = monthIndex(monthOf(fold.until)) - first + 1;
  return Array.from({ length: count }, (_, step) => {
    const payments = fold.payments.byMonth.get(first + step) ?? [];
    const paid = sumRupiah(payments.map(({ amount }) => rupiah(amount ?? 0)));
    return { month: monthAtIndex(first + step), paid };
  });
}
