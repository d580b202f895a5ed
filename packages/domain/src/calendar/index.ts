export { calendarRows, decreedYears } from "./calendar-rows.ts";
export { addWorkingDays, decreeOf, type DayOff, workingDayFrom } from "./working-day.ts";
