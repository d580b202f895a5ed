export { proposeEndorsement, type Proposal, type ProposalOutcome } from "./propose-endorsement.ts";
export {
  type Endorsement,
  getEndorsement,
  getEndorsementItem,
  getEndorsementSummary,
} from "./get-endorsement.ts";
export type { EndorsementItem } from "./endorsement-item.ts";
export type { EndorsementSummary } from "./endorsement-summary.ts";
export { listEndorsements } from "./list-endorsements.ts";
export { askForReturn, withdrawEndorsement } from "./withdraw-endorsement.ts";
export { printEndorsement } from "./print-endorsement.ts";
export {
  excludeFromEndorsement,
  type Exclusion,
  includeInEndorsement,
  type Inclusion,
  type ItemOutcome,
} from "./change-endorsement-item.ts";
export { decideEndorsement, type DecisionOutcome, type EndorsementDecision } from "./decide-endorsement.ts";
export { type ExclusionReason, exclusionReasons } from "./exclusion.ts";
export { endorsementsFeature } from "./feature.ts";
