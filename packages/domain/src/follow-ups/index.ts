export { type CalendarEvent, calendarFile } from "./calendar-file.ts";
export { joinedTicks, type JoinedTicks, ticksOf } from "./joined-ticks.ts";
export {
  type DecisionKind,
  decisionKinds,
  type EvidenceKind,
  evidenceKinds,
  levelOfOwner,
  type Measure,
  type OwnerRole,
  ownerRoles,
} from "./decision.ts";
export { type FollowUpGroup, followUpGroups, groupOfFollowUp } from "./follow-up-group.ts";
export { standingSteps, stepToUndo } from "./standing-steps.ts";
export {
  answerSteps,
  type FollowUp,
  type FollowUpAnswer,
  type FollowUpReason,
  type FollowUpState,
  type FollowUpStep,
  ownerSteps,
  stepsOf,
  takeFollowUpStep,
} from "./take-follow-up-step.ts";
export { remindAt } from "./quiet-hours.ts";
export { reminderOn, type ReminderStage } from "./reminder-stage.ts";
