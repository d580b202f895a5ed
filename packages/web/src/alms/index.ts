export { almsCounts } from "./alms-counts.ts";
