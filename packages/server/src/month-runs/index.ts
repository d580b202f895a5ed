export { startMonthRun, type StartOutcome } from "./start-month-run.ts";
export type { Counts as RunCounts } from "./month-run.store.ts";
export { previewMonth } from "./preview-month.ts";
export { getPeriod, type Period } from "./get-period.ts";
export { monthRunsFeature } from "./feature.ts";
