export type { AcceptedRow, Applier, ApplyingBatch, ImportStep, RowOutcome, UndoOutcome } from "./applier.ts";
export {
  type ImportBatch,
  type ImportRowView,
  type ImportState,
  kindsOf,
  kindsReadBy,
  needsApproval,
  needsVillage,
  type RowCounts,
  undoDays,
} from "./import-batch.ts";
export { receiveImport, type ReceiveInput } from "./receive-import.ts";
export { advanceImport } from "./advance-import.ts";
export { mapColumns } from "./map-columns.ts";
export { applyImport, approveImport, discardImport } from "./apply-import.ts";
export { undoImport } from "./undo-import.ts";
export { getImport, listImportRows, listImports } from "./list-imports.ts";
export {
  type ProblemQuery,
  listProblemRows,
  type ShownProblemRow,
  summariseProblems,
} from "./list-problems.ts";
export type { ProblemCount } from "./problem.store.ts";
export { type ColumnSample, sampleColumns } from "./sample-columns.ts";
export { type ApprovalView, getAwaitingApproval, listAwaitingApproval } from "./await-approval.ts";
export { faultyRowsFile, type FaultyRowsFile, type FaultyRowsWords } from "./faulty-rows.ts";
