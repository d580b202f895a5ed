export {
  type LinkRowsOptions,
  type RegistryOptions,
  type RowLink,
  type RowLinks,
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
