export { moveCounts } from "./move-counts.ts";
