export {
  enterEstimateSource,
  type NewEstimateSource,
  type SourceOutcome,
  type SourceReason,
} from "./enter-estimate-source.ts";
export {
  decideProposedTarget,
  proposeTarget,
  type TargetDecision,
  type TargetEntry,
  type TargetOutcome,
} from "./enter-target.ts";
export {
  enterIndicatorValue,
  type EnterOutcome,
  type EnterReason,
  type NewIndicatorValue,
  withdrawIndicatorValue,
  type WithdrawOutcome,
} from "./enter-value.ts";
export { ensureIndicators } from "./ensure-indicators.ts";
export type { EstimateKind, EstimateSource } from "./estimate.store.ts";
export { type EstimateOf, estimatesOf } from "./estimates-of.ts";
export { explainCoverage, type ExplainedCoverage, type ExplainedIndicator } from "./explain-coverage.ts";
export { indicatorsFeature } from "./feature.ts";
export { getIndicatorDesk, type IndicatorDesk } from "./get-indicator-desk.ts";
export { getLadder, type Ladder } from "./ladder-of.ts";
export { personsAt } from "./ladder.view.ts";
export {
  type EstimateShown,
  getIndicators,
  type Indicator,
  type Indicators,
  listIndicators,
  type ShownValue,
} from "./list-indicators.ts";
export { type EstimateOutcome, recomputeEstimates } from "./recompute-estimates.ts";
export { shipFigures } from "./ship-figures.ts";
export type { TargetRow } from "./target.store.ts";
export { targetsOf } from "./targets-of.ts";
