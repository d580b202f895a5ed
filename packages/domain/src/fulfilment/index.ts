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
