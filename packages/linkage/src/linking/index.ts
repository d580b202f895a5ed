export { type LinkRowsOptions, type RowLink, type RowLinks, linkRows } from "./link-rows.ts";
export { type RegistryOptions, prepareRegistry } from "./registry.ts";
export { type Assignment, type LinkListsOptions, type LinkReport, linkLists } from "./link-lists.ts";
export { type DedupeOptions, type DedupeReport, dedupeList } from "./dedupe-list.ts";
export { type Progress, scoreLists, trainLists } from "./score-lists.ts";
export { type ModelChoice, resolveModel } from "./resolve-model.ts";
