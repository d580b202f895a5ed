import { clusterRecords, withDecisions } from "#assignment";
import {
  appendColumns,
  loadList,
  openDatabase,
  readEdges,
  timed,
  writeCsv,
  type Database,
  type ListSource,
  type StageTime,
} from "#duckdb";
import type { LinkageModel } from "#model";
import type { DedupeQuality } from "#quality";
import { oneList } from "#stages";
import { decidePairs, type DecisionOptions, type DecisionsUsed } from "./decided-pairs.ts";
import { measureClusters } from "./measure-links.ts";
import { resolveModel, type ModelChoice } from "./resolve-model.ts";
import { scoreLists, type Progress } from "./score-lists.ts";

/** What `dedupeList` is told. `types` or `preset` or `model` says what the columns mean. */
export type DedupeOptions = ModelChoice & {
  input: ListSource;
  /** Also say what the run thinks of its own quality: costs a few queries more. */
  quality?: boolean;
  /** What people decided about pairs: those settled as the same share a cluster, those settled as different never do. */
  decisions?: DecisionOptions;
  threshold?: number;
  /** CSV to write: id, cluster_id, every input row, sorted by id. A cluster is named by its smallest id. */
  out: string;
  memory?: string;
  threads?: number;
  /** Where values that do not fit into `memory` may go for the time of the run (see `DatabaseOptions`); allowed unless told. */
  spill?: boolean | string;
  seed?: number;
  onProgress?: Progress;
};
/** What `dedupeList` did: counts, the model used and why, and what each step cost in seconds. */
export type DedupeReport = {
  rows: number;
  pairs: number;
  links: number;
  clusters: number;
  threshold: number;
  reasons: string[];
  model: LinkageModel;
  /** There when asked for. */
  quality?: DedupeQuality;
  /** How many decisions of people bound this run; there when some were given. */
  decisions?: DecisionsUsed;
  /** What each step cost; differs from run to run, unlike everything else here. */
  times: StageTime[];
};

/** Two clusters join when this share of the pairs between them are links: one link of four between two pairs is too few. */
export const leastLinked = 0.3;

/** Finds the records of one list that are the same person and writes every record's cluster. */
export async function dedupeList(options: DedupeOptions): Promise<DedupeReport> {
  const { threshold = 0.5, seed = 1 } = options;
  const thresholdBits = Math.log2(threshold / (1 - threshold));
  const start = resolveModel(options);
  const db = await openDatabase(options);
  try {
    options.onProgress?.("read");
    await loadList(db, "left", options.input, start.model.inputs);
    const scored = await scoreLists(db, start.model, {
      sides: oneList,
      seed,
      thresholdBits,
      trained: start.trained,
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    });
    options.onProgress?.("assign");
    const binding = options.decisions && (await decidePairs(db, oneList, "clusters", options.decisions));
    const scoredEdges = await readEdges(db, thresholdBits);
    const edges = binding ? withDecisions(scoredEdges, binding.decided) : scoredEdges;
    const clusters = await timed(db, "assign", async () =>
      clusterRecords(edges, scored.rows.left, leastLinked, binding?.decided),
    );
    options.onProgress?.("write");
    await timed(db, "write", () => writeClusters(db, clusters, options.out));
    const quality = options.quality
      ? await timed(db, "quality", () => measureClusters(db, scored, { edges, clusters, thresholdBits }))
      : undefined;
    const reasons = [...start.reasons, ...scored.reasons];
    const { rows, pairs, model } = scored;
    return {
      rows: rows.left,
      pairs,
      links: edges.bits.length,
      clusters: new Set(clusters).size,
      threshold,
      reasons,
      model,
      ...(quality ? { quality } : {}),
      ...(binding ? { decisions: binding.used } : {}),
      times: db.times,
    };
  } finally {
    db.close();
  }
}

async function writeClusters(db: Database, clusters: Int32Array, out: string): Promise<void> {
  await db.run("CREATE OR REPLACE TABLE clusters (id INTEGER, cluster INTEGER)");
  const ids = Int32Array.from(clusters.keys());
  await appendColumns(db, "clusters", ["INTEGER", "INTEGER"], [ids, clusters]);
  const query = `SELECT l.uid AS id, c.uid AS cluster_id FROM clusters k JOIN records_left l ON l.id = k.id JOIN records_left c ON c.id = k.cluster ORDER BY k.id`;
  await writeCsv(db, query, out);
}
