export { confirmBudgetReport, type ConfirmOutcome } from "./confirm-report.ts";
export { getBudgetReport, listBudgetReports, openBudgetReport, type ShownReport } from "./get-report.ts";
export { handInBudgetReport, type HandInOutcome, type HandInProblem } from "./hand-in-report.ts";
export { type PlannedGroup, type ReportPlan, type SaidOfLines } from "./plan-report.ts";
export { mostReportBytes } from "./read-report-file.ts";
export { type ReportRow } from "./report.store.ts";
export { budgetReportsFeature } from "./feature.ts";
