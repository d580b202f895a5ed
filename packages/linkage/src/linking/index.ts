export { type LinkRowsOptions, type RowLink, type RowLinks, linkRows } from "./link-rows.ts";
export { type RegistryOptions, prepareRegistry } from "./registry.ts";
export { type Scored, scoreLists, countRows, type Progress } from "./link-lists.ts";
export { trainModel } from "./train-model.ts";
