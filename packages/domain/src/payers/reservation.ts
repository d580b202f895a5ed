import type { CivilDate } from "#time";

export type Reservation = {
  /** The last day on which it holds. */
  readonly untilDay: CivilDate;
  readonly isReleased: boolean;
  /** Whether the worker has a payer by now. */
  readonly hasPayer: boolean;
};

/** Read from the fact and the day, whatever work has run: what is past its day holds nobody back. */
export function reservationState(
  { untilDay, isReleased, hasPayer }: Reservation,
  today: CivilDate,
): "held" | "expired" | "released" | "fulfilled" {
  if (isReleased) return "released";
  if (hasPayer) return "fulfilled";
  return untilDay < today ? "expired" : "held";
}
