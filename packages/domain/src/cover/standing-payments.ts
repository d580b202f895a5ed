import { monthIndex, monthOf, type CivilDate } from "#time";
import type { CoverEvent, Paid, Reversed } from "./cover-event.ts";
import type { PriceOfMonth } from "./month-price.ts";

/** One month of one payment. A payment for several months is divided by the price of each. */
export type Payment = {
  on: CivilDate;
  payer: string | undefined;
  /** Undefined where only the fact of payment is known: it is then taken as enough. */
  amount: number | undefined;
  expected: number | undefined;
};

/** When a month was paid in full: the day, and the month (`monthIndex`) that day lies in. */
export type PaidMonth = { on: CivilDate; cameIn: number };

/** Payments that were not reversed, by the month they are for (`monthIndex`), each list in the order of payment. */
export type StandingPayments = {
  byMonth: ReadonlyMap<number, readonly Payment[]>;
  reversalsWithoutPayment: readonly Reversed[];
};

/**
 * The payments that stand by all of the evidence, which must be ordered. A reversal takes away the latest payment of its
 * month before it that still stands.
 */
export function standingPayments(
  events: readonly CoverEvent[],
  priceOfMonth: PriceOfMonth,
): StandingPayments {
  const byMonth = new Map<number, Payment[]>();
  const reversalsWithoutPayment: Reversed[] = [];
  for (const event of events) {
    if (event.type === "paid") addPayment(byMonth, event, priceOfMonth);
    else if (event.type === "reversed" && !takeAway(byMonth, event)) reversalsWithoutPayment.push(event);
  }
  return { byMonth, reversalsWithoutPayment };
}

/**
 * The months paid in full by payments made until a day: what was paid reaches what the month costs. An amount that is not
 * known, or for which no price is, counts as enough.
 */
export function paidMonths(
  { byMonth }: StandingPayments,
  madeUntil: CivilDate,
  priceOfMonth: PriceOfMonth,
): Map<number, PaidMonth> {
  const paid = new Map<number, PaidMonth>();
  for (const [index, payments] of byMonth) {
    const last = settlingPayment(index, payments, priceOfMonth);
    if (last !== undefined && last.on <= madeUntil)
      paid.set(index, { on: last.on, cameIn: monthIndex(monthOf(last.on)) });
  }
  return paid;
}

/** The payment with which a month is paid in full, or undefined when the payments do not reach the price. */
export function settlingPayment(
  index: number,
  payments: readonly Payment[],
  priceOfMonth: PriceOfMonth,
): Payment | undefined {
  let sum = 0;
  for (const payment of payments) {
    if (payment.amount === undefined) return payment;
    sum += payment.amount;
    const price = payment.expected ?? priceOfMonth(index, payment.payer);
    if (price === undefined || sum >= price) return payment;
  }
  return undefined;
}

function addPayment(byMonth: Map<number, Payment[]>, event: Paid, priceOfMonth: PriceOfMonth): void {
  const first = monthIndex(event.month);
  const count = event.until === undefined ? 1 : monthIndex(event.until) - first + 1;
  const amounts = amountsOf(event, first, count, priceOfMonth);
  for (let step = 0; step < count; step += 1) {
    const { on, payer } = event;
    const expected = count === 1 ? event.expected : undefined;
    const payment = { on, payer, amount: amounts?.[step], expected };
    const payments = byMonth.get(first + step);
    if (payments === undefined) byMonth.set(first + step, [payment]);
    else payments.push(payment);
  }
}

/** What one payment gives each of its months: in proportion to their prices, the rest to the last. */
function amountsOf(
  { amount, payer }: Paid,
  first: number,
  count: number,
  priceOfMonth: PriceOfMonth,
): number[] | undefined {
  if (amount === undefined) return undefined;
  if (count === 1) return [amount];
  const prices = Array.from({ length: count }, (_, step) => priceOfMonth(first + step, payer) ?? 1);
  const total = prices.reduce((sum, price) => sum + price, 0);
  const parts = prices.map((price) => Math.floor((amount / total) * price));
  parts[count - 1]! += amount - parts.reduce((sum, part) => sum + part, 0);
  return parts;
}

function takeAway(byMonth: ReadonlyMap<number, Payment[]>, { month, until, payer }: Reversed): boolean {
  let isFound = false;
  const last = monthIndex(until ?? month);
  for (let index = monthIndex(month); index <= last; index += 1) {
    const payments = byMonth.get(index) ?? [];
    const place = payments.findLastIndex((each) => payer === undefined || each.payer === payer);
    if (place === -1) continue;
    payments.splice(place, 1);
    isFound = true;
  }
  return isFound;
}
