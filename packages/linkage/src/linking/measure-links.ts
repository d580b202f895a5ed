import type { Edges } from "#assignment";
import type { Database } from "#duckdb";
import { probabilityOf, type LinkageModel } from "#model";
import {
  clusterSizes,
  qualityOfPairs,
  type DedupeQuality,
  type LinkQuality,
  type ScoredPairs,
} from "#quality";
import { oneList, twoLists } from "#stages";
import {
  countUnlinkable,
  measureDrift,
  measureMatchRates,
  measureMissed,
  storeLikelyPairs,
} from "./measure-quality.ts";
import type { Scored } from "./score-lists.ts";

type Linked = {
  run: Scored;
  scoredPairs: ScoredPairs;
  links: Edges;
  probabilities: Float64Array;
  threshold: number;
  seed: number;
  start: { trained: boolean };
};

/** What a finished linkage of two lists can say about its own quality; reads the records still in the database. */
export async function measureLinks(db: Database, linked: Linked): Promise<LinkQuality> {
  const { run, scoredPairs, links, probabilities, threshold, seed } = linked;
  const { model, rows } = run;
  const scale = await storeLikelyPairs(db, scoredPairs);
  const leastBits = Math.log2(threshold / (1 - threshold));
  return {
    ...qualityOfPairs(scoredPairs, probabilities, rows.right),
    missedByBlocking: await measureMissed(db, model, twoLists, scale),
    matchRates: await measureMatchRates(db, model, links.right),
    unlinkableRows: await countUnlinkable(db, model, "records_right", leastBits),
    ...(linked.start.trained
      ? { drift: await measureDrift(db, model, { sides: twoLists, rows, seed, scale }) }
      : {}),
  };
}

type Clustered = { edges: Edges; clusters: Int32Array; thresholdBits: number };

/** The same for a search for duplicates: here the links are all pairs at or above the threshold. */
export async function measureClusters(db: Database, run: Scored, found: Clustered): Promise<DedupeQuality> {
  const probabilities = found.edges.bits.map(probabilityOf);
  const scale = await storeLikelyPairs(db, { ...found.edges, probabilities });
  const quality = qualityOfPairs({ ...found.edges, probabilities }, probabilities, run.rows.left);
  const { estimatedPrecision, expectedMatches, histogram } = quality;
  return {
    estimatedPrecision,
    expectedMatches,
    histogram,
    missedByBlocking: await measureMissed(db, run.model, oneList, scale),
    unlinkableRows: await countUnlinkable(db, run.model, "records_left", found.thresholdBits),
    clusterSizes: clusterSizes(found.clusters),
  };
}

/** The model with what its first run said about itself, for whoever reads the file later. */
export function withQuality(model: LinkageModel, quality: LinkQuality): LinkageModel {
  if (!model.provenance) return model;
  const { estimatedPrecision, expectedMatches, recallInsideBlocks, missedByBlocking } = quality;
  const missed =
    "least" in missedByBlocking
      ? { missedByBlocking: [missedByBlocking.least, missedByBlocking.most] as [number, number] }
      : {};
  return {
    ...model,
    provenance: {
      ...model.provenance,
      quality: { estimatedPrecision, expectedMatches, recallInsideBlocks, ...missed },
    },
  };
}
