export {
  type Engine,
  type Row,
  type StageTime,
  dropTables,
  dropUnneeded,
  runStage,
  runStages,
  timed,
} from "./engine.ts";
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
export { prepareStages, withColumns } from "./prepare-stages.ts";
export { hottestKeySql, meets, pairsSql, pairsStage, ruleSizeSql } from "./blocking-stages.ts";
export { patternsSql, randomPairs, samplePairsStage, sampleStage, sessionPairs } from "./training-stages.ts";
export { codeColumns } from "./comparison-sql.ts";
export { type Shard, inShard, keysStage, shardPairsStage } from "./sharding-stages.ts";
export { scoredStage, type ScoringOptions } from "./scoring-stages.ts";
