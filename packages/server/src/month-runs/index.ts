export { startMonthRun, type StartOutcome } from "./run-month.ts";
export { previewMonth } from "./preview-month.ts";
export { listMonthRuns } from "./list-month-runs.ts";
export { monthRunsFeature } from "./feature.ts";
