export { mandateCounts } from "./mandate-counts.ts";
