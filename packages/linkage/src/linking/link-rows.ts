import { duckdbDialect } from "#expression";
import { loadList, openDatabase, runStages, type Database, type ListSource, type Row } from "#duckdb";
import { chooseOneToOne, competingProbabilities, type Edges } from "#assignment";
import { evidenceFromCode, type Evidence } from "#explanation";
import { LinkageError, probabilityOf, type LinkageModel } from "#model";
import { pairsStage, prepareStages, scoredStage, twoLists } from "#stages";
import { attachRegistry } from "./registry.ts";

type Rows = Extract<ListSource, { rows: unknown }>["rows"];
export type LinkRowsOptions = {
  /** The larger, more trusted list: records, or a file made by `prepareRegistry`. */
  left: Rows | { registry: string };
  right: Rows;
  /** A trained model. May be left out when `left` is a registry: then the one it was prepared with. */
  model?: LinkageModel;
  /** Lowest single-pair probability of a candidate worth returning; 0.5 unless told. */
  threshold?: number;
  /** Share of right records thought to have a partner on the left; the model's own unless told. */
  matchRate?: number;
  /** Like "1GB". Nothing is ever written to disk: with too little memory the call ends in `memory-too-small`. */
  memory?: string;
  threads?: number;
};

/** One candidate. `probability` counts its rivals in, `pairProbability` looks at the pair alone. */
export type RowLink = {
  leftId: string;
  rightId: string;
  probability: number;
  pairProbability: number;
  weight: number;
  /** 1 for the strongest candidate of this right record, 2 for the next. */
  rank: number;
  /** Part of the one-to-one assignment: no other right record has a stronger claim to this left one. */
  chosen: boolean;
  evidence: Evidence[];
  /** Other left records that could be this right record's person, strongest first. */
  rivals: { leftId: string; weight: number }[];
};

export type RowLinks = { links: RowLink[]; rows: { left: number; right: number }; pairs: number };

/** Links a small list of records against a registry or another list with a model trained before. Sorted by right id, then rank. */
export async function linkRows(options: LinkRowsOptions): Promise<RowLinks> {
  const db = await openDatabase({ ...options, spill: false });
  try {
    const model = await prepareSides(db, options);
    const rows = { left: await countRows(db, "records_left"), right: options.right.length };
    if (rows.right === 0) return { links: [], rows, pairs: 0 };
    const matchRate = options.matchRate ?? model.matchRate ?? 0.5;
    const scaled = { ...model, lambda: Math.min(0.5, matchRate / Math.max(rows.left, 1)) };
    const threshold = options.threshold ?? 0.5;
    const thresholdBits = Math.log2(threshold / (1 - threshold));
    await runStages(db, [
      pairsStage(scaled, duckdbDialect, twoLists),
      scoredStage(scaled, duckdbDialect, twoLists, { thresholdBits, keepCodes: true }),
    ]);
    const scored = await db.rows(
      "SELECT s.*, l.uid AS left_uid, r.uid AS right_uid FROM scored s JOIN records_left l ON l.id = s.lid JOIN records_right r ON r.id = s.rid ORDER BY s.weight DESC, s.lid, s.rid",
    );
    return { links: rowLinks(scaled, scored, rows), rows, pairs: await countRows(db, "pairs") };
  } finally {
    db.close();
  }
}

async function prepareSides(db: Database, options: LinkRowsOptions): Promise<LinkageModel> {
  const { left, right } = options;
  if (!("registry" in left)) {
    const model = options.model;
    if (!model) throw new TypeError("linkRows needs a model when the left side is a list of records");
    await loadList(db, "left", { rows: left }, model.inputs);
    if (right.length === 0) {
      await runStages(db, prepareStages(model, duckdbDialect, { sides: ["left"] }));
      return model;
    }
    await loadList(db, "right", { rows: right }, model.inputs);
    await runStages(db, prepareStages(model, duckdbDialect, { sides: ["left", "right"] }));
    return model;
  }
  const prepared = await attachRegistry(db, left.registry);
  const model = options.model ?? prepared;
  if (JSON.stringify(model.features) !== JSON.stringify(prepared.features)) {
    throw new LinkageError(
      "registry-mismatch",
      "the registry was prepared by a model with other derived columns; prepare it again",
    );
  }
  if (right.length === 0) return model;
  await loadList(db, "right", { rows: right }, model.inputs);
  await runStages(db, prepareStages(model, duckdbDialect, { sides: ["right"], sharesKnown: true }));
  return model;
}

function rowLinks(
  model: LinkageModel,
  scored: readonly Row[],
  rows: { left: number; right: number },
): RowLink[] {
  const edges: Edges = {
    left: Int32Array.from(scored, (row) => Number(row["lid"])),
    right: Int32Array.from(scored, (row) => Number(row["rid"])),
    bits: Float64Array.from(scored, (row) => Number(row["weight"])),
  };
  const probabilities = competingProbabilities(edges, { rows, repeats: 0.01 });
  const chosen = new Set(chooseOneToOne(edges, rows));
  const byRight = groupByRight(scored);
  const links = scored.map((row, i): RowLink => {
    const rivals = byRight.get(String(row["right_uid"])) ?? [];
    return {
      leftId: String(row["left_uid"]),
      rightId: String(row["right_uid"]),
      probability: probabilities[i] ?? 0,
      pairProbability: probabilityOf(Number(row["weight"])),
      weight: Number(row["weight"]),
      rank: rivals.indexOf(row) + 1,
      chosen: chosen.has(i),
      evidence: model.comparisons.map((c, k) =>
        evidenceFromCode(c, Number(row[`c${k}`]), Number(row[`b${k}`])),
      ),
      rivals: rivals
        .filter((other) => other !== row)
        .map((other) => ({ leftId: String(other["left_uid"]), weight: Number(other["weight"]) })),
    };
  });
  return links.toSorted((a, b) => compareText(a.rightId, b.rightId) || a.rank - b.rank);
}

function groupByRight(scored: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of scored) {
    const right = String(row["right_uid"]);
    const group = groups.get(right);
    if (group) group.push(row);
    else groups.set(right, [row]);
  }
  return groups;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function countRows(db: Database, table: string): Promise<number> {
  return Number((await db.one(`SELECT count(*) AS n FROM ${table}`))["n"]);
}
