import { addDays, daysBetween, civilDate, type CivilDate } from "#time";
import { calendarRows, decreedYears, type CalendarRow, type DayOffKind } from "./calendar-rows.ts";

/** A day on which offices are closed; `row` names the decree, absent for a weekend. */
export type DayOff = { on: CivilDate; kind: "weekend" | DayOffKind; row?: CalendarRow };

const rowsByDay: ReadonlyMap<CivilDate, CalendarRow> = new Map(calendarRows.map((row) => [row.on, row]));
const aMonday = civilDate("2024-01-01");

/** Why the day is no working day, or undefined when it is one. A holiday on a weekend is a weekend. */
export function dayOffOn(on: CivilDate): DayOff | undefined {
  const weekday = ((daysBetween(aMonday, on) % 7) + 7) % 7;
  if (weekday >= 5) return { on, kind: "weekend" };
  const row = rowsByDay.get(on);
  return row === undefined ? undefined : { on, kind: row.kind, row };
}

/** The day itself, or the first working day after it, with the days off that were passed over. */
export function workingDayFrom(
  from: CivilDate,
  { jointLeaveMoves }: { jointLeaveMoves: boolean },
): { on: CivilDate; passed: DayOff[] } {
  const passed: DayOff[] = [];
  let on = from;
  for (let off = dayOffOn(on); off !== undefined; off = dayOffOn(on)) {
    if (off.kind === "joint-leave" && !jointLeaveMoves) break;
    passed.push(off);
    on = addDays(on, 1);
  }
  return { on, passed };
}

/** The day that many working days after a day, which is not counted itself; joint leave is no working day of an office. */
export function addWorkingDays(from: CivilDate, days: number): CivilDate {
  let on = from;
  for (let left = days; left > 0; left -= 1)
    on = workingDayFrom(addDays(on, 1), { jointLeaveMoves: true }).on;
  return on;
}

/** Whether a year's decree is here. From 1 October the next year's is `missing` until it is entered; before, only not due yet. */
export function decreeOf(year: number, today: CivilDate): "here" | "missing" | "not-due" {
  if (decreedYears.includes(year)) return "here";
  return today >= `${year - 1}-10-01` ? "missing" : "not-due";
}
