import { addDays, type CivilDate } from "#time";

export type Reservation = {
  /** The last day on which it holds. */
  readonly untilDay: CivilDate;
  readonly isReleased: boolean;
  /** Whether the worker has a payer by now. */
  readonly hasPayer: boolean;
};

/** How often a worker may be held longer, and for how many days at a time: a family waits meanwhile. */
export const reservationLimits = { extensions: 2, days: 60 } as const;

/** Read from the fact and the day, whatever work has run: what is past its day holds nobody back. */
export function reservationState(
  { untilDay, isReleased, hasPayer }: Reservation,
  today: CivilDate,
): "held" | "expired" | "released" | "fulfilled" {
  if (isReleased) return "released";
  if (hasPayer) return "fulfilled";
  return untilDay < today ? "expired" : "held";
}

/** Whether somebody may be held through that day: from today on, and no longer than the limit. */
export const mayHoldUntil = (untilDay: CivilDate, today: CivilDate): boolean =>
  today <= untilDay && untilDay <= addDays(today, reservationLimits.days);
