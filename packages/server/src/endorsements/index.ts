export { proposeEndorsement, type Proposal, type ProposalOutcome } from "./propose-endorsement.ts";
export {
  type Endorsement,
  type EndorsementItem,
  type EndorsementSummary,
  getEndorsement,
} from "./get-endorsement.ts";
export { type EndorsementList, listEndorsements } from "./list-endorsements.ts";
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
