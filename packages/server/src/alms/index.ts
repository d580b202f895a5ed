export { almsFeature } from "./feature.ts";
export { type Campaign } from "./campaign.store.ts";
export {
  type CampaignOutcome,
  type CampaignReason,
  changeCampaign,
  openCampaign,
  type TypedCampaign,
} from "./keep-campaign.ts";
export { type OrphanSource, type RoundCandidate, type RoundCandidates } from "./children-for-round.ts";
export { type AlmsDesk, type DeskReceipt, type DeskRound, getAlmsDesk } from "./get-desk.ts";
export { getAlmsRound, type ShownRound } from "./get-round.ts";
export {
  makeOwnAlmsPledge,
  type PledgeOutcome,
  type PledgeReason,
  sendAlmsPledge,
  stopOwnAlmsPledge,
  type TypedPledge,
} from "./make-pledge.ts";
export {
  type AlmsReport,
  type CampaignMonth,
  getAlmsReport,
  type ReportedRound,
  type ShownCount,
} from "./month-report.ts";
export {
  approveAlmsRound,
  dropAlmsRound,
  lockAlmsRound,
  type MoveOutcome,
  type MoveReason,
  payAlmsRound,
  proveAlmsRound,
  unlockAlmsRound,
} from "./move-round.ts";
export { getMyAlms, type MyAlms } from "./my-alms.ts";
export {
  planAlmsRound,
  planFollowUpRound,
  type PlanOutcome,
  type PlanReason,
  type RoundPreview,
} from "./plan-round.ts";
export { type PrintedReceipt, printAlmsReceipt } from "./print-receipt.ts";
export {
  checkAlmsReceipt,
  type CheckedReceipt,
  getPublicAlms,
  type PublicAlms,
  type PublicCampaign,
  trackAlmsPledge,
  type TrackedPledge,
} from "./public-alms.ts";
export { applyAlmsReceipts, previewAlmsReceipts, type ReceiptList } from "./receipt-list.ts";
export {
  recordAlmsReceipt,
  type ReceiptOutcome,
  type ReceiptReason,
  type TypedReceipt,
  withdrawAlmsReceipt,
  type WithdrawOutcome,
} from "./record-receipt.ts";
export { bookAlmsCost, type CostOutcome, type CostReason } from "./spend-on-costs.ts";
export { type HandoverOutcome, type HandoverReason, tellAlmsHandover } from "./tell-handover.ts";
export { type AlmsState, verifyAlms } from "./verify-alms.ts";
