export { groupCounts } from "./group-counts.ts";
export { groupNamer } from "./group-namer.ts";
