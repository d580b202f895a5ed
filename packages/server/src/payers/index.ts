export { ensurePayers } from "./ensure-payers.ts";
export { enterPeriod, type EnterPeriodOutcome, withdrawPeriod } from "./fund-periods.ts";
export { exportPayers } from "./export-payers.ts";
export { getPayer, type OnePayer, type PeriodSums } from "./get-payer.ts";
export {
  type HandOverOutcome,
  type HandOverPreview,
  handOverWorkers,
  type LineReason,
  previewHandOver,
  type WholeReason,
} from "./hand-over.ts";
export { type ListedPayer, listPayers, type PayerList } from "./list-payers.ts";
export { enterPayer, notePayer, type NotePayerOutcome, type PayerReason } from "./note-payer.ts";
export { requirePayer } from "./require-payer.ts";
export { undoHandOver, type UndoHandOverOutcome } from "./undo-hand-over.ts";
export { payersFeature } from "./feature.ts";
