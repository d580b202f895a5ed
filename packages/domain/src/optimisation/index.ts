export { type LinearProblem, type Solve } from "./linear-problem.ts";
export { type Aim, aimsBelow, countAims, type MatchingAims } from "./matching-aims.ts";
export {
  type AimWeights,
  defaultWeights,
  type OptimalMatching,
  optimiseSponsorships,
  type RuleTaken,
} from "./optimise-sponsorships.ts";
