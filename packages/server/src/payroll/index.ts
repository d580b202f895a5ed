export { payrollFeature } from "./feature.ts";
export { prepareBatch, type PrepareOutcome, type PrepareRefusal } from "./prepare-batch.ts";
export {
  cancelBatch,
  closeBatch,
  decideBatch,
  proposeBatch,
  unlockBatch,
  type UnlockRefusal,
} from "./decide-batch.ts";
export {
  type BatchList,
  type DueMonth,
  getBatch,
  listBatches,
  listDue,
  type ShownBatch,
} from "./get-batch.ts";
export { givePayrollFile, type PayrollFile } from "./batch-file.ts";
export { type ColumnsRefusal, getPayrollColumns, setPayrollColumns } from "./set-columns.ts";
export { type PayrollField, payrollFields } from "./payroll-columns.ts";
export { expectResult, takeResult, type TakeProblem, type TakeOutcome, undoResult } from "./take-result.ts";
export { mostResultBytes } from "./read-result-file.ts";
export {
  getRemittances,
  openSlip,
  receiveRemittance,
  type ReceiveRefusal,
  type RemittanceRefusal,
  type ShownRemittance,
  tellRemittance,
  withdrawRemittance,
} from "./tell-remittance.ts";
export { matchRemittance, type MatchRefusal, undoMatch } from "./match-remittance.ts";
export {
  type DifferenceLine,
  getReconciliation,
  type Reconciliation,
  type ShownEnding,
} from "./get-reconciliation.ts";
export {
  type EndingChoice,
  type EndingRefusal,
  type EndingsOutcome,
  type LineAnswer,
  proposeEndings,
} from "./propose-endings.ts";
export { decideEndings, type EndingDecision, undoEnding } from "./decide-endings.ts";
export { deductedMonths, type DeductedMonth } from "./deducted-months.ts";
