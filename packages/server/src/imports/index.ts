export {
  type ImportBatch,
  type ImportRowView,
  type ImportState,
  needsApproval,
  type RowCounts,
  undoDays,
  requireWithin,
} from "./import-batch.ts";
export { receiveImport, type ReceiveInput } from "./receive-import.ts";
export { importWork } from "./import-work.ts";
export { advanceImport } from "./advance-import.ts";
export { mapColumns, scopeKeyOf } from "./map-columns.ts";
export { applyImport, approveImport, discardImport } from "./apply-import.ts";
export { undoImport } from "./undo-import.ts";
export { getImport, listImportRows, listImports, openCells } from "./list-imports.ts";
export { findBatch, listBatches, rememberMapping } from "./import.store.ts";
export { checkFile, headerHash } from "./check-file.ts";
export { withUpload } from "./upload-store.ts";
export { importsFeature } from "./feature.ts";
