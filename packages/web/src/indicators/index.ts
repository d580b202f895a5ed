export { indicatorCounts } from "./indicator-counts.ts";
