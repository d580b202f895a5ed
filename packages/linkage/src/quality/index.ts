export { type RuleFamily, ruleFamilies } from "./rule-families.ts";
export { type CaptureCounts, type MissedByBlocking, missedByBlocking } from "./missed-by-blocking.ts";
export { type PairQuality, type ScoredPairs, qualityOfPairs } from "./quality-of-pairs.ts";
export { type GroupCount, type GroupRate, type MatchRates, matchRates } from "./match-rates.ts";
export { type LevelDrift, type Observed, driftOf } from "./drift.ts";
export { type DedupeQuality, type LinkQuality, clusterSizes } from "./link-quality.ts";
