export {
  type Side,
  type Sides,
  type Stage,
  type TableName,
  isOneList,
  oneList,
  stage,
  twoLists,
} from "./stage.ts";
export {
  keptColumns,
  prepareStages,
  idsStage,
  valueStages,
  featuresStage,
  recordsStage,
} from "./prepare-stages.ts";
export { meets, pairsSql, pairsStage, ruleSizeSql } from "./blocking-stages.ts";
export { patternsSql, samplePairsStage, sampleStage } from "./training-stages.ts";
export { scoredStage, type ScoringOptions } from "./scoring-stages.ts";
export { codeColumns } from "./comparison-sql.ts";
