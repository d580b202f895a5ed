export {
  type AssignedMonth,
  assignPersonMonths,
  type PersonMonth,
  type Received,
  sumAssigned,
} from "./assign-person-months.ts";
export {
  addPromises,
  keepPromise,
  type KeptMonth,
  monthsDue,
  type PromiseKept,
  type PromisesTogether,
} from "./keep-promise.ts";
export {
  budgetMilestones,
  type EvaluationClock,
  evaluationClock,
  evaluationDays,
  type Milestone,
  type StillPossible,
  stillPossible,
  yearToPromise,
} from "./budget-calendar.ts";
export {
  commitmentGroups,
  groupsOfPerson,
  hasGroup,
  isOffice,
  type VillageKind,
} from "./commitment-group.ts";
export {
  countHeads,
  type CountedPerson,
  type Heads,
  type Protector,
  spreadHeads,
  withPeople,
} from "./count-heads.ts";
export {
  accountsByLaw,
  type CommitmentSource,
  type FundAnswer,
  fundSources,
  type FundVerdict,
  mayFund,
  sourcesOf,
} from "./fund-source.ts";
export { mayHaveNoughtTooMany, priceHeads, type PricedHeads, segmentOf } from "./price-heads.ts";
export { roundVulnerable, type RoundedVulnerable } from "./round-vulnerable.ts";
export { publicStatus, publicStatusRule, type PublicStatus, statusOfVillage } from "./public-status.ts";
export {
  type Budget,
  budgetOf,
  type Commitment,
  type CommitmentState,
  commitmentStates,
  type CommitmentStep,
  noCommitment,
  type Stages,
  stagesOf,
  stateOfVillage,
  type StepAnswer,
  type StepPaper,
  type StepReason,
  takeStep,
  withBooked,
} from "./take-step.ts";
export { isUnbudgeted } from "./unbudgeted.ts";
