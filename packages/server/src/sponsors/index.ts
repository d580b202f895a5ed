export { acceptProposals, type AcceptOutcome, type AcceptReason } from "./accept-proposals.ts";
export { declineProposal } from "./decline-proposal.ts";
export { fundByCity, type FundOutcome } from "./fund-by-city.ts";
export { getMyPledge, type MyPledge, type MyWorker } from "./get-my-pledge.ts";
export { listPledges } from "./list-pledges.ts";
export type { ListedPledge } from "./listed-pledge.store.ts";
export {
  listProposals,
  listWaiting,
  type ShownProposal,
  type WaitingList,
  type WaitingPerson,
} from "./list-waiting.ts";
export type { PledgePrices, PriceStep } from "./pledge-prices.ts";
export { proposeMatches, type ProposeOutcome } from "./propose-matches.ts";
export type { PayerReason, PublicFund } from "./reasons-against.ts";
export { previewPledge, signPledge, type SignOutcome, type SignRefusal } from "./sign-pledge.ts";
export { countPlaces } from "./sponsorship.store.ts";
export { stopPledge, type StopOutcome } from "./stop-pledge.ts";
export { countWaiting } from "./waiting.store.ts";
