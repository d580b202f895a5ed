import { addDays, type CivilDate, daysBetween, jakartaDate } from "#time";

const minuteMillis = 60_000;
const dayMinutes = 24 * 60;
/** Jakarta is seven hours ahead of Greenwich and knows no summer time. */
const jakartaMinutes = 7 * 60;

/** Nobody is reminded at night. Minutes after midnight in Jakarta. */
const night = { from: 20 * 60, until: 7 * 60 };
/** Nor while Friday's prayer is on. */
const fridayPrayer = { from: 11 * 60 + 30, until: 13 * 60 + 30 };
/** When a day's reminders go out, as offices open. */
const morning = 8 * 60;

/** Minutes after midnight in Jakarta, with the part of a minute. */
const minuteOf = (epochMillis: number): number =>
  (((epochMillis / minuteMillis + jakartaMinutes) % dayMinutes) + dayMinutes) % dayMinutes;

/** The instant of a minute of a day in Jakarta. */
const instantOf = (day: CivilDate, minute: number): number =>
  daysBetween("1970-01-01" as CivilDate, day) * dayMinutes * minuteMillis +
  (minute - jakartaMinutes) * minuteMillis;

const isFriday = (day: CivilDate): boolean => daysBetween("1970-01-02" as CivilDate, day) % 7 === 0;

/** Whether nobody is to be disturbed at an instant, epoch milliseconds. */
export function isQuiet(epochMillis: number): boolean {
  const minute = minuteOf(epochMillis);
  if (minute >= night.from || minute < night.until) return true;
  return isFriday(jakartaDate(epochMillis)) && minute >= fridayPrayer.from && minute < fridayPrayer.until;
}

/** When a reminder that could go now goes: not before its morning, and not while it is quiet. Epoch milliseconds. */
export function remindAt(epochMillis: number): number {
  const day = jakartaDate(epochMillis);
  const earliest = Math.max(epochMillis, instantOf(day, morning));
  if (!isQuiet(earliest)) return earliest;
  return minuteOf(earliest) >= night.from
    ? instantOf(addDays(day, 1), morning)
    : instantOf(day, fridayPrayer.until);
}
