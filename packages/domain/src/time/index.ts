export {
  addDays,
  addMonths,
  ageOn,
  civilDate,
  daysBetween,
  jakartaDate,
  parseCivilDate,
  type CivilDate,
} from "./civil-date.ts";
export {
  firstDay,
  lastDay,
  listMonths,
  month,
  monthAtIndex,
  monthIndex,
  monthOf,
  monthsBetween,
  parseMonth,
  shiftMonth,
  type Month,
} from "./month.ts";
export { dayName, jakartaClock, momentName, monthName, nameOfMonth, weekdayName } from "./names-of-days.ts";
export { readTimeOfDay } from "./time-of-day.ts";
