export { officerCounts } from "./officer-counts.ts";
