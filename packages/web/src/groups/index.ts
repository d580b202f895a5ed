export { groupCounts } from "./group-counts.ts";
