export { targetingCounts } from "./targeting-counts.ts";
