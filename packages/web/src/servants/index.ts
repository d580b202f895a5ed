export { servantCounts } from "./servant-counts.ts";
