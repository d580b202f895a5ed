export { type Attack, attackRelease, isSafe } from "./attack-release.ts";
export { coverageDefinition, estimatedDefinition } from "./coverage-definition.ts";
export { rangeOfCount, type ReleasedCount, releasePercent, releaseCount } from "./release-count.ts";
export { sumOfEstimates } from "./estimate-range.ts";
export { shareOf } from "./share-of.ts";
export { unchangedSince } from "./unchanged-since.ts";
export { releaseCoverage } from "./release-coverage.ts";
export type { CoverageRelease, ReleasedPlace, VillageCount } from "./released-place.ts";
