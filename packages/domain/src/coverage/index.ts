export { coverageDefinition, coverageDefinitions, type CoverageDefinition } from "./coverage-definition.ts";
export {
  coverageOf,
  differenceOf,
  percentOf,
  unchangedSince,
  type Coverage,
  type SourcedCount,
} from "./coverage-of.ts";
export { releaseCount, releasePercent, type ReleasedCount, type ReleasedPercent } from "./release-count.ts";
export {
  releaseCoverage,
  type CoverageRelease,
  type ReleasedPlace,
  type VillageCount,
} from "./release-coverage.ts";
