export { packetResultsFeature } from "./feature.ts";
export { resultsApplier } from "./results-applier.ts";
