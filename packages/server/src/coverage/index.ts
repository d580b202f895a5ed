export type { Coverage, CoveredPlace, CoveredVillage } from "./coverage.ts";
export { getPublicCoverage } from "./get-public-coverage.ts";
export { type ExactCoverage, type ExactShare, getVillageCoverage } from "./get-village-coverage.ts";
export { refreshCoverage } from "./refresh-coverage.ts";
export { coverageFeature } from "./feature.ts";
