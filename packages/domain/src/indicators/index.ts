export { checkValue, type TypedValue } from "./check-value.ts";
export {
  type AsOf,
  type Compared,
  compareValues,
  DefinitionMismatch,
  type IndicatorValue,
  isAsOf,
  percentOf,
  standsSince,
  type ValueReason,
} from "./indicator-value.ts";
export {
  type BesideLadder,
  besideLadder,
  buildLadder,
  coarsenLadder,
  type LadderCounts,
  type LadderPlace,
  ladderPlaces,
  type LadderStage,
  ladderStages,
  type LadderStep,
  placesOf,
} from "./ladder.ts";
export {
  type DefinitionSource,
  type FigureMark,
  figureMarks,
  findSeries,
  type LadderCode,
  ladderCodes,
  type Series,
  type SeriesCode,
  seriesList,
} from "./series.ts";
export { spread } from "./spread.ts";
export { checkTarget, nextTarget, type Target, type TargetReason } from "./target.ts";
export {
  type EstimateBasis,
  type EstimateVillage,
  estimateWorkers,
  isTooLow,
  type MissingBasis,
  type Range,
  type WorkerEstimate,
} from "./worker-estimate.ts";
