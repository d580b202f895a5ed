import type { Feature } from "#app";
import { handles, workHandlers } from "#work";
import { payrollCalls } from "./payroll-calls.ts";
import { payrollTasks } from "./payroll-tasks.ts";
import { postPayroll } from "./post-payroll.ts";

export const payrollFeature: Feature = {
  name: "payroll",
  owns: {
    "app.payroll_templates": "deduction_batch.read",
    "app.payroll_batches": "deduction_batch.read",
    "app.payroll_lines": "deduction_batch.read",
    "app.payroll_files": "deduction_batch.read",
    "app.payroll_expectations": "deduction_batch.read",
    "app.payroll_results": "deduction_batch.read",
    "app.payroll_deductions": "deduction_batch.read",
    "app.payroll_matches": "deduction_batch.read",
    "app.payroll_endings": "deduction_batch.read",
    "app.remittances": "deduction_batch.read",
  },
  gives: [
    ...payrollTasks,
    ...payrollCalls,
    workHandlers(handles("payroll.post", { work: postPayroll, unite: () => ({}) })),
  ],
};
