import type { Feature } from "#app";
import { handles, schedule, schedules, workHandlers } from "#work";
import { monthRunTasks } from "./month-run-tasks.ts";
import { runPiece, runThisMonth } from "./run-month.ts";

export const monthRunsFeature: Feature = {
  name: "month-runs",
  owns: {
    "app.month_runs": "contribution.month.read",
    "app.parked_months": "contribution.month.run",
  },
  gives: [
    monthRunTasks,
    workHandlers(handles("contributions.run-month", { work: runPiece })),
    workHandlers(handles("contributions.run-nightly", { work: runThisMonth, unite: () => ({}) })),
    schedules(schedule({ name: "month-run", at: "00.10", topic: "contributions.run-nightly", payload: {} })),
  ],
};
