export { type LinkRowsOptions, type RowLink, type RowLinks, linkRows } from "./link-rows.ts";
export {
  type Assigned,
  type Assignment,
  type LinkListsOptions,
  type LinkReport,
  assignLinks,
  candidateBits,
  linkLists,
  writeLinks,
} from "./link-lists.ts";
export { type DedupeOptions, type DedupeReport, dedupeList, leastLinked } from "./dedupe-list.ts";
export { type Progress, type Scored, scoreLists, trainLists } from "./score-lists.ts";
export {
  type LabelledLists,
  type PairLabel,
  type TrainedFromLabels,
  trainFromLabels,
} from "./train-from-labels.ts";
export { type ModelChoice, resolveModel } from "./resolve-model.ts";
