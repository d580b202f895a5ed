export { endorsementCounts } from "./endorsement-counts.ts";
