import { payByDay } from "#contributions";
import { addDays, daysBetween, firstDay, monthOf, shiftMonth, type CivilDate, type Month } from "#time";

/**
 * The last month that headlines and comparisons use: the last day to pay for it has passed for everybody, officers of villages
 * included, who pay until the 15th of the month after (PP 44/2015). Later months are still filling.
 */
export function lastCompleteMonth(today: CivilDate): Month {
  let month = shiftMonth(monthOf(today), -1);
  while ((payByDay("pu-village", month) ?? addDays(firstDay(shiftMonth(month, 1)), 14)) >= today)
    month = shiftMonth(month, -1);
  return month;
}

/** How many payments for a month became known so many days after its first day (negative when paid ahead). */
export type Arrival = { readonly month: Month; readonly day: number; readonly payments: number };

/** How much of a month usually has come in by now, and from how many earlier months that is known. */
export type UsuallyArrived = { readonly share: number; readonly months: number };

const monthsLookedAt = 6;
const fewestMonths = 3;
/** After so many days a month is taken as whole. */
const settledAfterDays = 120;

/**
 * Share from 0 to 1 of a month's payments that had become known as many days after its first day as have passed since the first
 * day of `month`, over the last six months that are at least 120 days old; null where fewer than three are.
 */
export function usuallyArrived(
  arrivals: readonly Arrival[],
  month: Month,
  today: CivilDate,
): UsuallyArrived | null {
  const elapsed = daysBetween(firstDay(month), today);
  const settled = [...new Set(arrivals.map((arrival) => arrival.month))]
    .filter((of) => of < month && daysBetween(firstDay(of), today) >= settledAfterDays)
    .toSorted()
    .slice(-monthsLookedAt);
  if (settled.length < fewestMonths) return null;
  const of = arrivals.filter((arrival) => settled.includes(arrival.month));
  const sum = (some: readonly Arrival[]) => some.reduce((total, { payments }) => total + payments, 0);
  const all = sum(of);
  if (all === 0) return null;
  return { share: sum(of.filter(({ day }) => day <= elapsed)) / all, months: settled.length };
}
