export { tariffCounts } from "./tariff-counts.ts";
