export { dateNumber, digits, validDate } from "./civil-date.ts";
export { type ColumnMeanings, parseMeanings } from "./parse-meanings.ts";
export { modelFromMeanings } from "./model-from-meanings.ts";
export { type BlockingPlan, planBlocking } from "./plan-blocking.ts";
