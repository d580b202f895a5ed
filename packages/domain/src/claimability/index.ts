export { checkBehindRefusal } from "./behind-refusal.ts";
export {
  type CheckCode,
  checks,
  type Mender,
  type ShownCode,
  shownCodes,
  toldByVillage,
  type Weight,
} from "./check.ts";
export {
  type Decided,
  isHeld,
  isReasonFor,
  needsDecision,
  type RedDecision,
  redDecisions,
  type RedReason,
  redReasons,
} from "./held-back.ts";
export {
  type Claimability,
  claimabilityResults,
  type ClaimabilityResult,
  type ClaimabilityRules,
  type EnrolmentFacts,
  judgeClaimability,
  type VisitAnswer,
  visitAnswers,
} from "./judge-claimability.ts";
export { countVisits, type SampleRule, sampleSize, type VisitCounts } from "./visit-sample.ts";
