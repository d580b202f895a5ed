import { monthsBetween, shiftMonth, type Month } from "#time";
import type { ObservedMonth } from "./history.ts";

/** Months over which the present pace is reckoned. */
export const paceMonths = 3;
/** Nothing is said about months after it. */
export const paceHorizon = "2045-12" as Month;
/** The year of which is said that not everyone is covered before it. */
export const yearAfterPaceHorizon = Number(paceHorizon.slice(0, 4)) + 1;

/** People a month on average over the last three months; fewer where fewer lie behind, 0 for a single month. */
export function paceOf(months: readonly Pick<ObservedMonth, "covered">[]): number {
  const last = months.slice(-paceMonths - 1);
  if (last.length < 2) return 0;
  return (last.at(-1)!.covered - last[0]!.covered) / (last.length - 1);
}

type Reach = { readonly covered: number; readonly everyone: number; readonly from: Month };

/** When everyone would be covered at this pace; the month itself where they are, null where not before the horizon. */
export function whenEveryone(
  { covered, everyone, from }: Reach,
  pace: number,
  horizon: Month = paceHorizon,
): Month | null {
  if (covered >= everyone) return from;
  if (pace <= 0) return null;
  const months = Math.ceil((everyone - covered) / pace);
  return months > monthsBetween(from, horizon) ? null : shiftMonth(from, months);
}

export type RequiredPace = {
  readonly by: Month;
  readonly percent: number;
  readonly people: number;
  readonly months: number;
  /** More people every month than the month before, rounded up; 0 once reached. */
  readonly perMonth: number;
};

/** What a target asks for from the month after `from`; undefined where its month has passed. */
export function requiredPace(
  { covered, everyone, from }: Reach,
  target: { readonly by: Month; readonly percent: number },
): RequiredPace | undefined {
  const months = monthsBetween(from, target.by);
  if (months <= 0) return undefined;
  const people = Math.ceil((everyone * target.percent) / 100);
  return { ...target, people, months, perMonth: Math.ceil(Math.max(0, people - covered) / months) };
}
