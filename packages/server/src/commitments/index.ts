export { countNeed, type CountNeedOutcome } from "./count-need.ts";
export {
  type CommitmentLine,
  declareCommitments,
  type DeclareOutcome,
  declarePromises,
  type LineRefusal,
} from "./declare.ts";
export {
  type DraftLine,
  type EvaluationList,
  type Evaluator,
  evaluateCommitment,
  listEvaluations,
} from "./evaluate.ts";
export { exportCommitments } from "./export-commitments.ts";
export {
  getVillageCommitments,
  listCommitmentHeads,
  openCommitmentPaper,
  type ShownHead,
  type ShownVillage,
} from "./get-village.ts";
export { type CommitmentList, listCommitments, requireYear } from "./list-commitments.ts";
export { getPromiseRecord, type PromiseRecord, type VillageRecord } from "./get-promise-record.ts";
export {
  type PublicGroup,
  type PublicStep,
  type PublicVulnerable,
  type PublicVillage,
  type PublicYear,
  readPublicCommitments,
} from "./read-public.ts";
export { replyToStatus } from "./reply.ts";
export {
  asCommitment,
  type CommitmentTotals,
  type GroupNeed,
  accountFor,
  kindOfVillage,
  readYear,
  type StandingCommitment,
  totalsOf,
  type VillageCommitments,
} from "./read-year.ts";
export {
  commitmentRuleNames,
  getCommitmentRules,
  lockCommitmentYear,
  openCommitmentYear,
  type RulesOutcome,
  setCommitmentRules,
} from "./rule-commitments.ts";
export {
  type KeptReport,
  takeCommitmentStep,
  takeReportedStep,
  type StepOutcome,
  type StepRefusal,
  type TakeCommitmentStep,
} from "./take-commitment-step.ts";
export { type CommitmentRow, listCommitmentRows, type StepRow } from "./commitment.store.ts";
export { type Head, listHeads } from "./need.view.ts";
export { mayWithdraw, restorePromises, withdrawPromises } from "./withdraw-promises.ts";
export { commitmentsFeature } from "./feature.ts";
