import { benefitRows } from "./benefit-rows.ts";
import { calendarYears } from "./calendar-years.ts";
import { contributionRows } from "./contribution-rows.ts";
import type { LawRow } from "./law-row.ts";

/** Every dated row of law that an amount, a benefit or a day is reckoned from; rows of one subject in order of time. */
export function listLawRows(): readonly LawRow[] {
  return [...contributionRows(), ...benefitRows(), ...calendarYears()];
}
