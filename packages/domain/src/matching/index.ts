export { byPriority, nearnessOf, wantsNothingElse, whyFirst, wishesMetBy } from "./fit.ts";
export {
  defaultMatchingRules,
  type MatchingResult,
  type MatchingRules,
  type MatchReason,
  type PairEnd,
  type Proposal,
  type Sponsor,
  type Waiting,
  type WaitingWorker,
} from "./matching-facts.ts";
export { proposeSponsorships } from "./propose-sponsorships.ts";
export {
  askAnotherReasons,
  type AskAnotherReason,
  asksLeft,
  type Chooser,
  type ChoiceRules,
  isManagersToDecide,
  sponsorAnswersUntil,
} from "./sponsor-choice.ts";
export { openPlaces, type SponsorPlaces } from "./sponsor-places.ts";
