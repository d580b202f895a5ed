export { type Decision, type FollowUpCounts, listDecisions, readDecisions } from "./list-decisions.ts";
export {
  type DecisionReason,
  type RecordDecision,
  recordDecision,
  type RecordOutcome,
} from "./record-decision.ts";
export { withdrawDecision, type WithdrawOutcome } from "./withdraw-decision.ts";
export { followUpsFeature } from "./feature.ts";
