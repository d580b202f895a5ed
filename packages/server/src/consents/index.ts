export { type Consent, getConsent } from "./get-consent.ts";
export {
  type NewConsentWithdrawal,
  type WithdrawalOutcome,
  type WithdrawalReason,
  withdrawWorkersConsent,
} from "./withdraw-workers-consent.ts";
export { undoConsentWithdrawal, type UndoWithdrawalOutcome } from "./undo-withdrawal.ts";
export { type RecordConsentOutcome, recordWorkersConsent } from "./record-workers-consent.ts";
export { handleWithdrawal, type HandleWithdrawalOutcome } from "./handle-withdrawal.ts";
export { listWithdrawalsToFollow, type WithdrawalToFollow } from "./list-withdrawals-to-follow.ts";
export { consentWays, withdrawalTellers, withdrawalWays } from "./withdrawal.ts";
export { consentsFeature } from "./feature.ts";
