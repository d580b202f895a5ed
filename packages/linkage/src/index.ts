export {
  type Assignment,
  type DedupeOptions,
  type DedupeReport,
  type LinkListsOptions,
  type LinkReport,
  type LinkRowsOptions,
  type RegistryOptions,
  type RowLink,
  type RowLinks,
  dedupeList,
  linkLists,
  linkRows,
  prepareRegistry,
} from "#linking";
export {
  type LinkageErrorCode,
  type LinkageModel,
  type Meaning,
  LinkageError,
  formatModel,
  meanings,
  parseModel,
} from "#model";
export { type Evidence, type PairExplanation, explainPair, pairExplainer } from "#explanation";
export { evaluateClusters, evaluateLinks } from "#evaluation";
