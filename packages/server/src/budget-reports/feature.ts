import type { Feature } from "#app";
import { reportTasks } from "./report-tasks.ts";

export const budgetReportsFeature: Feature = {
  name: "budget-reports",
  owns: {
    "app.budget_reports": "village_commitment.paper",
    "app.budget_report_groups": "village_commitment.paper",
  },
  gives: [reportTasks],
};
