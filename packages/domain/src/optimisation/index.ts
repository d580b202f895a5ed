export { type LinearProblem, type Solve } from "./linear-problem.ts";
export { type Aim, aimsBelow, countAims, type MatchingAims } from "./matching-aims.ts";
export {
  type AimWeights,
  defaultWeights,
  type OptimalMatching,
  optimiseSponsorships,
  type RuleTaken,
} from "./optimise-sponsorships.ts";
export type {
  BudgetHorizon,
  BudgetPlan,
  BudgetRank,
  BudgetUse,
  Fundable,
  Funded,
  FundingKind,
  FundingWay,
  UnfundedReason,
} from "./budget-facts.ts";
export { spendBudget } from "./spend-budget.ts";
export { type InArrears, waysOfGrant, waysOfRescue } from "./ways-of-funding.ts";
