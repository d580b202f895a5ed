export { coverageDefinition } from "./coverage-definition.ts";
export { shareOf } from "./share-of.ts";
export { unchangedSince } from "./unchanged-since.ts";
export { releaseCount, releasePercent, type ReleasedCount, type ReleasedPercent } from "./release-count.ts";
export {
  releaseCoverage,
  type CoverageRelease,
  type ReleasedPlace,
  type VillageCount,
} from "./release-coverage.ts";
