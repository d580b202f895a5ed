export { replacementCounts } from "./replacement-counts.ts";
