import { monthAtIndex, monthIndex, monthOf, type CivilDate, type Month } from "#time";
import { isPaidMonth, spellOfMonth, type CoverFold } from "./fold-cover.ts";
import { settlingPayment, type Payment } from "./standing-payments.ts";

/**
 * Money that bought no cover and goes back: for a month after that of a death, received after a death, for a month already
 * paid, or past the end of a membership. `amount` is null where neither the payment nor the law says it.
 */
export type Refund = {
  month: Month;
  amount: number | null;
  payer: string | null;
  on: CivilDate;
  reason: "after-death" | "received-after-death" | "paid-twice" | "after-end";
};

/** All refunds known on the day of the fold, by month and then in the order of payment. */
export function listRefunds(fold: CoverFold): Refund[] {
  return [...fold.payments.byMonth]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([index, payments]) => {
      const settling = settlingPayment(index, payments, fold.priceOfMonth);
      return payments.flatMap((payment, place): Refund[] => {
        const isExtra = settling !== undefined && place > payments.indexOf(settling);
        const reason = reasonOf(fold, index, payment, isExtra);
        if (reason === undefined) return [];
        const { payer, on } = payment;
        const amount = payment.amount ?? payment.expected ?? fold.priceOfMonth(index, payer) ?? null;
        return [{ month: monthAtIndex(index), amount, payer: payer ?? null, on, reason }];
      });
    });
}

function reasonOf(
  fold: CoverFold,
  index: number,
  { on }: Payment,
  isExtra: boolean,
): Refund["reason"] | undefined {
  const { death } = fold;
  if (death !== undefined && index > monthIndex(monthOf(death.on))) return "after-death";
  if (death !== undefined && on > death.on) return "received-after-death";
  if (isExtra) return "paid-twice";
  return isPastEnd(fold, index, on) ? "after-end" : undefined;
}

/** For a month outside every spell after one had ended, or in a spell that was over when it came. An end yet to come is none. */
export function isPastEnd(fold: CoverFold, index: number, on: CivilDate): boolean {
  const spell = spellOfMonth(fold, index);
  const now = monthIndex(monthOf(fold.until));
  if (spell === undefined)
    return fold.spells.some(({ endMonth }) => endMonth !== undefined && endMonth <= index && endMonth <= now);
  const { endMonth } = spell;
  return endMonth !== undefined && monthIndex(monthOf(on)) >= endMonth && !isPaidMonth(fold, spell, index);
}
