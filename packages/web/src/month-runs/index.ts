export { monthRunCounts } from "./month-run-counts.ts";
