export { acceptProposals, type AcceptOutcome, type AcceptReason } from "./accept-proposals.ts";
export { declineProposal } from "./decline-proposal.ts";
export { fundByCity, type FundOutcome } from "./fund-by-city.ts";
export {
  listProposals,
  listWaiting,
  type ShownProposal,
  type WaitingList,
  type WaitingPerson,
} from "./list-waiting.ts";
export { proposeMatches, type ProposeOutcome } from "./propose-matches.ts";
export type { PayerReason, PublicFund } from "./reasons-against.ts";
export { countPlaces } from "./sponsorship.store.ts";
export { countWaiting } from "./waiting.store.ts";
export { matchingFeature } from "./feature.ts";
