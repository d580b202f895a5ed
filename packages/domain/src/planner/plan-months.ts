import { priceOf, type Payer, type PriceSource } from "#contributions";
import { isFullOn } from "#cover";
import { firstDay, monthIndex, shiftMonth, type Month } from "#time";

/** Raised whenever the same recipe would give another result. */
export const planVersion = 1;

/** Rupiah for one worker. `isAssumed`: no row of law covers the month yet, the last one that does is taken. */
export type PlanPrice = {
  readonly month: Month;
  readonly rupiah: number;
  readonly isAssumed: boolean;
  readonly sources: readonly PriceSource[];
};

const yearsBack = 60;

/**
 * JKK and JKM of a worker without a wage on the lowest base, each month by its own law. A plan looks further ahead than law has
 * been read: those months cost what the last one costs, and say so. Undefined where no law covers anything before either.
 */
export function planPrice(month: Month, payer: Payer): PlanPrice | undefined {
  for (let back = 0; back <= yearsBack; back += 1) {
    const of = shiftMonth(month, -back);
    const answer = priceOf({ segment: "bpu", income: 0, payer, sector: "other", month: of });
    if (answer.outcome === "no-rate") continue;
    const sources = answer.price.parts.flatMap((part) => part.sources);
    return { month, rupiah: answer.price.total, isAssumed: back > 0, sources };
  }
  return undefined;
}

/** Whether the full death benefit holds on the first day of a month for who became a member on the first day of `from`. */
export function isFullIn(from: Month, month: Month): boolean {
  for (let of = month; monthIndex(of) >= monthIndex(from); of = shiftMonth(of, -1)) {
    const isFull = isFullOn(firstDay(from), firstDay(of));
    if (isFull !== undefined) return isFull;
  }
  return false;
}
