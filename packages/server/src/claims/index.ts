export { claimsFeature } from "./feature.ts";
export { markClaimDocument, type MarkOutcome, openClaimDocument } from "./claim-documents.ts";
export type { AccidentFacts } from "./claim-facts.store.ts";
export type { Payment } from "./claim-payment.store.ts";
export type { StepRow } from "./claim-step.store.ts";
export { type Claim, getClaim, lookIntoClaim, type Opened } from "./get-claim.ts";
export { type FollowedClaim, listFollowedClaims } from "./followed-claim.view.ts";
export { listForgottenAmong } from "./forget-files.store.ts";
export { type ClaimAsked, requireClaim } from "./hold-claim.ts";
export { type ClaimForLetter, claimForLetter, noteLetter } from "./letter-doors.ts";
export { listCaredFor } from "./cared-for.view.ts";
export { claimCodeOf, listWorkerClaims, type WorkerClaim } from "./claims-of.ts";
export { type ClaimFileWords, exportClaims } from "./export-claims.ts";
export { type ClaimPage, type ListedClaim, listClaims, type Standing } from "./list-claims.ts";
export {
  correctCase,
  hasReceivedMoney,
  type NewCase,
  openCase,
  type OpenedCase,
  withdrawCase,
} from "./open-case.ts";
export {
  answerClaim,
  helpWithClaim,
  type StepOutcome,
  type StepReason,
  type TypedStep,
} from "./take-step.ts";
