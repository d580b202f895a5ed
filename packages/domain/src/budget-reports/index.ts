export { type BudgetDifference, type BudgetLine, lineKey, type PrintedTotal } from "./budget-line.ts";
export {
  assignLines,
  type Assignments,
  type GroupBudget,
  type LineMatch,
  matchGroups,
} from "./match-groups.ts";
export { type BudgetReport, readBudgetReport, type ReportProblem } from "./read-budget-report.ts";
export {
  type ReportStage,
  reportStages,
  type ReportStay,
  type ReportStep,
  stepByReport,
} from "./step-by-report.ts";
export { leavesOf } from "./check-totals.ts";
