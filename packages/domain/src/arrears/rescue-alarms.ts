import { addDays, type CivilDate } from "#time";
import { thresholdsOn } from "./thresholds.ts";

/** "lapse-in-60": so many days to the stricter last day. */
export type RescueAlarm = { readonly code: `lapse-in-${number}`; readonly on: CivilDate };

/**
 * The thresholds that somebody in danger has passed, each with the day it should have been told. The urgent one is told by the cover
 * clock itself. A threshold that was passed before there was any danger is none: what came late says so by its own alarm.
 */
export function rescueAlarms(of: {
  readonly safeRescueDay: CivilDate;
  /** Since when somebody owes, or nobody pays. */
  readonly since: CivilDate;
  readonly on: CivilDate;
}): readonly RescueAlarm[] {
  const { days, urgent } = thresholdsOn(of.on);
  return days
    .filter((each) => each !== urgent)
    .map((each) => ({ code: `lapse-in-${each}` as const, on: addDays(of.safeRescueDay, -each) }))
    .filter(({ on }) => on >= of.since && on <= of.on)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1));
}
