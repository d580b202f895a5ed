export { acceptProposals, type AcceptOutcome, type AcceptReason } from "./accept-proposals.ts";
export { acceptMyProposal, askForAnother, type OwnAnswer } from "./answer-proposal.ts";
export { listMyProposals, type MyProposal } from "./my-proposals.ts";
export { ensureMatchingSettings } from "./matching-settings.ts";
export { endMonthOf } from "./end-month.ts";
export { endPair, type EndPairOutcome, findPair, type ShownPair } from "./end-pair.ts";
export { endSponsorships } from "./end-sponsorships.ts";
export {
  changePair,
  type ChangeOutcome,
  listOtherPayers,
  type OtherPayer,
  type OtherPayers,
  type PairRefusal,
} from "./change-pair.ts";
export { declineProposal } from "./decline-proposal.ts";
export { fundByCity, fundInStep, type FundOutcome, judgeFunding } from "./fund-by-city.ts";
export { listProposals, type ShownProposal } from "./list-proposals.ts";
export type { Candidate } from "./waiting.view.ts";
export { countBothSides, listAllWaiting, listWaiting, type WaitingPerson } from "./list-waiting.ts";
export { countLeft, proposeMatches, type ProposeOutcome, saveProposals } from "./propose-matches.ts";
export { type BothSides, readBothSides } from "./both-sides.ts";
export { countPairs } from "./proposal.view.ts";
export type { PayerReason, PublicFund } from "./reasons-against.ts";
export type { Wishes } from "./wishes.ts";
export { matchingFeature } from "./feature.ts";
