import { monthIndex, type CivilDate } from "#time";
import type { CoverEvent, Paid, Reversed } from "./cover-event.ts";

/** Payments that were not reversed, by the month they are for (`monthIndex`), each list in the order of payment. */
export type StandingPayments = {
  byMonth: ReadonlyMap<number, readonly Paid[]>;
  reversalsWithoutPayment: readonly Reversed[];
};

/**
 * The payments made up to a day that stand by all of the evidence, which must be ordered. A reversal, whenever it came,
 * takes away the latest payment of its month before it that still stands.
 */
export function standingPayments(events: readonly CoverEvent[], madeUntil: CivilDate): StandingPayments {
  const byMonth = new Map<number, Paid[]>();
  const reversalsWithoutPayment: Reversed[] = [];
  for (const event of events) {
    if (event.type === "paid") {
      const index = monthIndex(event.month);
      const payments = byMonth.get(index);
      if (payments === undefined) byMonth.set(index, [event]);
      else payments.push(event);
    } else if (event.type === "reversed") {
      const payments = byMonth.get(monthIndex(event.month)) ?? [];
      const place = payments.findLastIndex(({ payer }) => event.payer === undefined || payer === event.payer);
      if (place === -1) reversalsWithoutPayment.push(event);
      else payments.splice(place, 1);
    }
  }
  return { byMonth: madeBy(byMonth, madeUntil), reversalsWithoutPayment };
}

function madeBy(byMonth: ReadonlyMap<number, readonly Paid[]>, day: CivilDate): StandingPayments["byMonth"] {
  const made = new Map<number, readonly Paid[]>();
  for (const [index, payments] of byMonth) {
    const inTime = payments.filter(({ on }) => on <= day);
    if (inTime.length > 0) made.set(index, inTime);
  }
  return made;
}
