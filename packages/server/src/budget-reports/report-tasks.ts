import { taskSources } from "#tasks";
import { countOpenReports } from "./report.store.ts";

/** Reports that were handed in and prove nothing yet, as nobody confirmed them. */
export const reportTasks = taskSources({
  code: "confirm-budget-reports",
  target: "commitments",
  urgency: 146,
  permission: "village_commitment.write",
  count: ({ tx, area }) => countOpenReports(tx, area),
});
