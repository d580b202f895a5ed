export type { AcceptedRow, Applier, ApplyingBatch, ImportStep, RowOutcome, UndoOutcome } from "./applier.ts";
export {
  type ImportBatch,
  type ImportRowView,
  type ImportState,
  kindsOf,
  type RowCounts,
  undoDays,
} from "./import-batch.ts";
export { receiveImport, type ReceiveInput } from "./receive-import.ts";
export { advanceImport } from "./advance-import.ts";
export { mapColumns } from "./map-columns.ts";
export { applyImport, approveImport, discardImport } from "./apply-import.ts";
export { undoImport } from "./undo-import.ts";
export { getImport, listImportRows, listImports } from "./list-imports.ts";
