import {
  chooseBestPerRight,
  chooseOneToOne,
  competingProbabilities,
  pickEdges,
  positionsWhere,
  withDecisions,
  type DecidedPairs,
  type Edges,
} from "#assignment";
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
import { type LinkQuality, type ScoredPairs } from "#quality";
import { twoLists } from "#stages";
import { decidePairs, type DecisionOptions, type DecisionsUsed } from "./decided-pairs.ts";
import { measureLinks, withQuality } from "./measure-links.ts";
import { refinePrior, sumOf } from "./refine-prior.ts";
import { resolveModel, type ModelChoice } from "./resolve-model.ts";
import { scoreLists, type Progress, type Scored } from "./score-lists.ts";
import { pairTotal } from "./train-model.ts";

/** Which links are kept: all pairs over the threshold, the best per right record, or one to one. */
export type Assignment = "links" | "best" | "one-to-one";
/** What `linkLists` is told. `types` or `preset` or `model` says what the columns mean. */
export type LinkListsOptions = ModelChoice & {
  left: ListSource;
  right: ListSource;
  /** Also say what the run thinks of its own quality: costs a few queries more. */
  quality?: boolean;
  /** What people decided about pairs: those settled as the same are linked, those settled as different never. */
  decisions?: DecisionOptions;
  /** Lowest probability kept; 0.5 unless told. */
  threshold?: number;
  assign?: Assignment;
  /** CSV to write: left_id, right_id, probability, weight, sorted by left then right id. */
  out: string;
  memory?: string;
  threads?: number;
  /** Where values that do not fit into `memory` may go for the time of the run (see `DatabaseOptions`); allowed unless told. */
  spill?: boolean | string;
  seed?: number;
  onProgress?: Progress;
};
/** What `linkLists` did: counts, the model used and why, and what each step cost in seconds. */
export type LinkReport = {
  rows: { left: number; right: number };
  pairs: number;
  links: number;
  expectedMatches: number;
  threshold: number;
  assign: Assignment;
  reasons: string[];
  model: LinkageModel;
  /** There when asked for. */
  quality?: LinkQuality;
  /** How many decisions of people bound this run; there when some were given. */
  decisions?: DecisionsUsed;
  /** What each step cost; differs from run to run, unlike everything else here. */
  times: StageTime[];
};

/** Below this a pair is no candidate at all; it neither competes nor counts. Odds of 1 to 256. */
export const candidateBits = -8;

/** Links two lists, writes the links and reports how. The same input, model and seed give the same bytes. */
export async function linkLists(options: LinkListsOptions): Promise<LinkReport> {
  const { threshold = 0.5, assign = "one-to-one", seed = 1 } = options;
  const start = resolveModel(options);
  const db = await openDatabase(options);
  try {
    options.onProgress?.("read");
    await loadList(db, "left", options.left, start.model.inputs);
    await loadList(db, "right", options.right, start.model.inputs);
    const scored = await scoreLists(db, start.model, {
      sides: twoLists,
      seed,
      thresholdBits: candidateBits,
      trained: start.trained,
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    });
    options.onProgress?.("assign");
    const binding = options.decisions && (await decidePairs(db, twoLists, assign, options.decisions));
    const { links, probabilities, expectedMatches, scoredPairs } = await timed(db, "assign", async () =>
      assignLinks(await readEdges(db, candidateBits), scored, {
        threshold,
        assign,
        keepScored: options.quality ?? false,
        ...(binding ? { decided: binding.decided } : {}),
      }),
    );
    options.onProgress?.("write");
    await timed(db, "write", () => writeLinks(db, links, probabilities, options.out));
    const quality =
      scoredPairs &&
      (await timed(db, "quality", () =>
        measureLinks(db, { run: scored, scoredPairs, links, probabilities, threshold, seed, start }),
      ));
    return {
      rows: scored.rows,
      pairs: scored.pairs,
      links: links.bits.length,
      expectedMatches,
      threshold,
      assign,
      reasons: [...start.reasons, ...scored.reasons],
      model: quality ? withQuality(scored.model, quality) : scored.model,
      ...(quality ? { quality } : {}),
      ...(binding ? { decisions: binding.used } : {}),
      times: db.times,
    };
  } finally {
    db.close();
  }
}

export type Assigned = {
  links: Edges;
  probabilities: Float64Array;
  expectedMatches: number;
  /** All candidates with their probabilities, when they are to be kept. */
  scoredPairs?: ScoredPairs;
};

/** From scored pairs to links: settle the prior, let candidates compete, choose. */
export function assignLinks(
  scored: Edges,
  run: Scored,
  options: { threshold: number; assign: Assignment; decided?: DecidedPairs; keepScored?: boolean },
): Assigned {
  const competition = { rows: run.rows, repeats: 0.02 };
  const prior = (run.model.lambda ?? 0) * pairTotal({ sides: twoLists, rows: run.rows });
  const shift = refinePrior(scored, competition, prior);
  const settled: Edges = { ...scored, bits: scored.bits.map((bits) => bits + shift) };
  const edges = options.decided ? withDecisions(settled, options.decided) : settled;
  const probabilities = competingProbabilities(edges, competition);
  probabilities.fill(1, 0, options.decided?.together.left.length ?? 0);
  const expectedMatches = sumOf(probabilities);
  const likely = positionsWhere(probabilities.length, (i) => (probabilities[i] ?? 0) >= options.threshold);
  const kept = pickEdges(edges, likely);
  const chosen = choose[options.assign](kept, run.rows);
  return {
    links: pickEdges(kept, chosen),
    probabilities: Float64Array.from(chosen, (i) => probabilities[likely[i] ?? 0] ?? 0),
    expectedMatches,
    ...(options.keepScored ? { scoredPairs: { ...edges, probabilities } } : {}),
  };
}

const choose: Record<Assignment, (edges: Edges, rows: Scored["rows"]) => Uint32Array> = {
  links: (edges) => Uint32Array.from(edges.bits.keys()),
  best: chooseBestPerRight,
  "one-to-one": chooseOneToOne,
};

/** Writes links as CSV through the tables `records_left` and `records_right`, which know the ids. */
export async function writeLinks(
  db: Database,
  links: Edges,
  probabilities: Float64Array,
  out: string,
): Promise<void> {
  await db.run("CREATE OR REPLACE TABLE links (lid INTEGER, rid INTEGER, probability DOUBLE, weight DOUBLE)");
  await appendColumns(
    db,
    "links",
    ["INTEGER", "INTEGER", "DOUBLE", "DOUBLE"],
    [links.left, links.right, probabilities, links.bits],
  );
  const query = `SELECT l.uid AS left_id, r.uid AS right_id, printf('%.6f', probability) AS probability, printf('%.6f', weight) AS weight FROM links JOIN records_left l ON l.id = lid JOIN records_right r ON r.id = rid ORDER BY lid, rid`;
  await writeCsv(db, query, out);
}
