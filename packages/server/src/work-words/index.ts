export { explainWork, type WorkMeaning } from "./explain-work.ts";
export { listUnknownWork, type UnknownWork } from "./list-unknown-work.ts";
export { workWordsFeature } from "./feature.ts";
