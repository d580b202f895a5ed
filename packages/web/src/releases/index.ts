export { releaseCounts } from "./release-counts.ts";
