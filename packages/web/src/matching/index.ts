export { matchingCounts } from "./matching-counts.ts";
