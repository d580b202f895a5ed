export { payrollCounts } from "./payroll-counts.ts";
