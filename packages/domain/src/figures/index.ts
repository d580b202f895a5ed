export { type Arrival, lastCompleteMonth, type UsuallyArrived, usuallyArrived } from "./complete-month.ts";
export {
  type Cohort,
  type FigureCounts,
  type FigureGroup,
  figureNames,
  foldMonths,
  type MonthFigure,
  sumByMonth,
  type WorkerMonths,
} from "./month-figures.ts";
