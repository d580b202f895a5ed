export {
  countWorkers,
  isIdentityNumber,
  listWorkers,
  mayFindByNumber,
  type WorkerPage,
  type WorkerQuery,
} from "./list-workers.ts";
export { getWorker, type SourceFact, type WorkerDetail, type WorkerSource } from "./get-worker.ts";
export { workerHistory } from "./worker-history.ts";
export type { HistoryRow } from "./worker-history.view.ts";
export { unmaskNik, type UnmaskPurpose, unmaskPurposes } from "./unmask-nik.ts";
export type { ShownWorker } from "./shown-worker.ts";
export type { WorkerSort } from "./worker.view.ts";
export type { WorkerStage } from "./worker-stage.ts";
export { exportPurposes, type ExportPurpose, exportWorkers, type ExportWords } from "./export-workers.ts";
export { workersFeature } from "./feature.ts";
