import { payByDay } from "#contributions";
import { rupiah, sumRupiah, type Rupiah } from "#money";
import { monthAtIndex, monthIndex, monthOf, type Month } from "#time";
import { lastPaidMonth } from "./cover-dates.ts";
import { stateOnDay, type CoverState } from "./cover-state.ts";
import { spellOn, type CoverFold } from "./fold-cover.ts";
import type { Spell } from "./spells.ts";

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
  const months = Array.from({ length: count }, (_, step) => first + step);
  return months
    .filter((index) => isOwed(fold, spell, index))
    .map((index) => {
      const payments = fold.payments.byMonth.get(index) ?? [];
      const paid = sumRupiah(payments.map(({ amount }) => rupiah(amount ?? 0)));
      return { month: monthAtIndex(index), paid };
    });
}

/** Whoever lapses has to pay the running month as well; an employer owes a month once its own pay-by day is past. */
function isOwed({ until, settings }: CoverFold, { lapses, segment }: Spell, index: number): boolean {
  if (lapses) return true;
  const due = payByDay(segment, monthAtIndex(index), settings);
  return due === undefined || due < until;
}
