export { unrecordedCounts } from "./unrecorded-counts.ts";
