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
export { type FollowUpState } from "./take-follow-up-step.ts";
