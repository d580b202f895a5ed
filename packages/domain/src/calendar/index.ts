export { addWorkingDays, decreeOf, type DayOff, workingDayFrom } from "./working-day.ts";
