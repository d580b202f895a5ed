export { type Decision, type FollowUpCounts, listDecisions, readDecisions } from "./list-decisions.ts";
export { getCalendarAddress, makeCalendarAddress, revokeCalendarAddress } from "./calendar.ts";
export { readCalendar } from "./read-calendar.ts";
export { getJoinedLists, type JoinedLists } from "./joined-lists.ts";
export { type CarriedOver, getCarriedOver } from "./last-meeting.ts";
export {
  type FollowUpList,
  type FollowUpPage,
  type FollowUpQuery,
  getFollowUp,
  listFollowUpDays,
  listFollowUps,
  openFollowUpPaper,
  type ShownFollowUp,
} from "./list-follow-ups.ts";
export {
  type DecisionReason,
  type RecordDecision,
  recordDecision,
  type RecordOutcome,
} from "./record-decision.ts";
export {
  actOnFollowUp,
  answerFollowUp,
  type StepOutcome,
  type StepRefusal,
  undoFollowUpStep,
  type UndoOutcome,
} from "./take-step.ts";
export { withdrawDecision, type WithdrawOutcome } from "./withdraw-decision.ts";
export { followUpsFeature } from "./feature.ts";
