export { linkSampleCounts } from "./link-sample-counts.ts";
