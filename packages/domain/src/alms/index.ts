export {
  type AlmsAccount,
  almsAccount,
  type AlmsAccountName,
  type AlmsEvent,
  type AlmsKind,
  almsKinds,
  almsMirror,
  type AlmsPosting,
  almsPostings,
  isAlmsAccount,
} from "./alms-event.ts";
export { type CostCap, costCapOn, costCaps, type HolderKind, holderKinds, holderLaw } from "./alms-law.ts";
export {
  type DistributionAnswer,
  type DistributionPlan,
  type DistributionReason,
  planDistribution,
  type RoundChild,
} from "./distribution.ts";
export { isFew } from "./few.ts";
export { type AlmsFact, costRoom, costShare, fundBalance, fundMonth, type FundMonth } from "./fund.ts";
export {
  collectingAgainst,
  endsSoon,
  permitAgainst,
  type Permit,
  type PermitReason,
  proofDueOn,
} from "./permit.ts";
export {
  type AlmsChannel,
  almsChannels,
  type AlmsRhythm,
  almsRhythms,
  openChannels,
  readAlmsAmount,
  receiptNumber,
  type Withdrawal,
  withdrawals,
} from "./pledge.ts";
export {
  moveRound,
  type NextStep,
  nextStepOf,
  type ReceiverKind,
  receiverKinds,
  type RoundAnswer,
  type RoundMove,
  type RoundReason,
  type RoundState,
} from "./round-state.ts";
export {
  type BatchRow,
  type MixedTransfer,
  splitTransfer,
  type SuspenseReason,
  type TransferSplit,
} from "./split-transfer.ts";
