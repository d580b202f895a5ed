export {
  type BatchIn,
  type ImportBatch,
  type ImportRowView,
  type ImportState,
  isIn,
  isOfSender,
  needsApproval,
  requireRead,
  type RowCounts,
  undoDays,
  waitingRows,
  whyNotMended,
} from "./import-batch.ts";
export { receiveImport, type ReceiveInput } from "./receive-import.ts";
export { countFilesLeft, filesPerDay } from "./file-quota.ts";
export { advanceImport } from "./advance-import.ts";
export { mapColumns } from "./map-columns.ts";
export { explainWord } from "./explain-word.ts";
export { chooseSheets } from "./choose-sheets.ts";
export { previewImport, type PreviewRow } from "./preview-import.ts";
export { applyImport } from "./apply-import.ts";
export { approveImport } from "./approve-import.ts";
export { discardImport } from "./discard-import.ts";
export { undoImport } from "./undo-import.ts";
export { getImport } from "./get-import.ts";
export { listImports } from "./list-imports.ts";
export { listImportRows } from "./list-import-rows.ts";
export { openCells, openValues } from "./sealed-row.ts";
export { countBatches, findBatch, listBatches } from "./batch.store.ts";
export { rememberColumns } from "./remember-columns.ts";
export { lacksHeader } from "./lacks-header.ts";
export { importTemplate, templateSheets, type TemplateWords } from "./import-template.ts";
export { checkFile } from "./check-file.ts";
export { listUploads, saveUpload, withUpload } from "./upload-store.ts";
export { importsFeature } from "./feature.ts";
export { finishLinking, noteLinking } from "./note-linking.ts";
export { leaveOutRows, type MendAnswer, mendRows, undoMend } from "./mend-rows.ts";
export type { Mend } from "./write-mends.ts";
export { type LeaveOutReason, leaveOutReasons, listDecisions, type StoredMend } from "./mend.store.ts";
export { layOver, openChanges, rowKey, rowVersion } from "./mended-row.ts";
export { getLastReturn, returnFaultyRows } from "./return-rows.ts";
export type { ReturnReceipt } from "./return.store.ts";
export { returnHeaders, sealRow } from "./row-seal.ts";
export { returnedHeader } from "./returned-header.ts";
export { sentText, spoiltColumns } from "./sent-text.ts";
