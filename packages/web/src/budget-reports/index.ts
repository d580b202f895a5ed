export { budgetReportCounts } from "./report-counts.ts";
