export { doubleCoverCounts } from "./double-cover-counts.ts";
