export {
  type Candidate,
  type Choice,
  type ChoiceReason,
  choosePeople,
  type Funded,
  isInForce,
  monthsToAdd,
  type StandingMonth,
} from "./choose-people.ts";
export {
  followStages,
  type Stage,
  type StagedCommitment,
  type StageGap,
  type StageName,
} from "./follow-stages.ts";
export { type BilledLine, headsPaid, type OwedLine, type PaidLine, splitPayment } from "./split-payment.ts";
