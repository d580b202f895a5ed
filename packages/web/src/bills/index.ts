export { billCounts } from "./bill-counts.ts";
