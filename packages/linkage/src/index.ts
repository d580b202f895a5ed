export {
  type Assignment,
  type DedupeOptions,
  type DedupeReport,
  type LinkListsOptions,
  type LinkReport,
  type LinkRowsOptions,
  type RowLink,
  type RowLinks,
  type LabelledLists,
  type PairLabel,
  type TrainedFromLabels,
  dedupeList,
  linkLists,
  linkRows,
  trainFromLabels,
} from "#linking";
export {
  type RegistryChange,
  type RegistryHeader,
  type RegistryOptions,
  type RegistryUpdate,
  describeRegistry,
  prepareRegistry,
  updateRegistry,
} from "#registry";
export {
  type LinkageErrorCode,
  type LinkageModel,
  type Meaning,
  type ModelChange,
  LinkageError,
  checkModel,
  diffInWords,
  diffModels,
  formatModel,
  meanings,
  parseModel,
} from "#model";
export {
  type LevelExtras,
  type LevelMakers,
  type ModelMakers,
  type ModelSpec,
  buildModel,
  dateOf,
  digitsOnly,
  plainText,
  wordSet,
} from "#builder";
export { type Expression, left, right, row, same } from "#expression";
export { type ParquetList, type SqlFile, type SqlFilesOptions, sqlFiles, writeSqlFiles } from "#sql-files";
export { type Evidence, type PairExplanation, explainPair, pairExplainer } from "#explanation";
export { type CurvePoint, type LinkPair, evaluateClusters, evaluateLinks, linkCurve } from "#evaluation";
export { type SplinkImportOptions, type SplinkImported, importSplink } from "#splink";
export {
  type Candidate,
  type Decision,
  type Estimate,
  type Measured,
  type Overrides,
  type QueueOptions,
  type ReviewItem,
  type ReviewQueue,
  type StandingDecision,
  type Verdict,
  checkOverrides,
  labelsFromDecisions,
  measureFromDecisions,
  overridesOf,
  reviewBands,
  reviewQueue,
  standingDecisions,
  verdicts,
} from "#review";
export {
  type DedupeQuality,
  type LinkQuality,
  type MatchRates,
  type MissedByBlocking,
  clusterSizes,
  driftOf,
  matchRates,
  missedByBlocking,
  qualityOfPairs,
} from "#quality";
