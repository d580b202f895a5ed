export { familyCounts } from "./family-counts.ts";
