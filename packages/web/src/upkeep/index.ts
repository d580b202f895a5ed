export { upkeepCounts } from "./upkeep-counts.ts";
