import type { LevelDrift } from "./drift.ts";
import type { MatchRates } from "./match-rates.ts";
import type { MissedByBlocking } from "./missed-by-blocking.ts";
import type { PairQuality } from "./quality-of-pairs.ts";

/** Everything a linkage of two lists can say about its own quality without labels. */
export type LinkQuality = PairQuality & {
  missedByBlocking: MissedByBlocking;
  /** Share of right records with a partner, by group, where the lists have such columns. */
  matchRates: MatchRates[];
  /** Right records whose fields say so little that not even their own copy would reach the threshold. */
  unlinkableRows: number;
  /** With a model trained before: levels whose m or u moved by half a bit or more, largest move first. */
  drift?: LevelDrift[];
};

/** Everything a search for duplicates can say about its own quality without labels. */
export type DedupeQuality = {
  estimatedPrecision: number;
  expectedMatches: number;
  histogram: PairQuality["histogram"];
  missedByBlocking: MissedByBlocking;
  unlinkableRows: number;
  /** How many clusters have one record, two records, … */
  clusterSizes: { size: number; clusters: number }[];
};

/** How many clusters of each size there are, from every record's cluster. */
export function clusterSizes(clusters: Int32Array): { size: number; clusters: number }[] {
  const sizes = new Map<number, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const counts = new Map<number, number>();
  for (const size of sizes.values()) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].map(([size, count]) => ({ size, clusters: count })).toSorted((a, b) => a.size - b.size);
}
