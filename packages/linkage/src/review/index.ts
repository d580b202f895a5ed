export {
  type Decision,
  type StandingDecision,
  type Verdict,
  standingDecisions,
  verdicts,
} from "./standing-decisions.ts";
export { type DecidedPair, type Overrides, checkOverrides, overridesOf } from "./overrides.ts";
export { type Candidate, reviewBands } from "./bands.ts";
export {
  type QueueOptions,
  type ReviewItem,
  type ReviewQueue,
  type ReviewStratum,
  reviewQueue,
} from "./review-queue.ts";
export { type Estimate, wilson } from "./intervals.ts";
export {
  type BandMeasure,
  type Measured,
  type MeasureOptions,
  measureFromDecisions,
} from "./measure-from-decisions.ts";
export { labelsFromDecisions } from "./labels-from-decisions.ts";
