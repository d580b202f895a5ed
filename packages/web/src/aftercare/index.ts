export { aftercareCounts } from "./aftercare-counts.ts";
