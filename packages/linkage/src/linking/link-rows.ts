import {
  loadList,
  openDatabase,
  runStage,
  runStages,
  timed,
  type Database,
  type ListSource,
  type Row,
  type StageTime,
} from "#duckdb";
import { chooseOneToOne, competingProbabilities, type Edges } from "#assignment";
import { evidenceFromCode, type Evidence } from "#explanation";
import { probabilityOf, type LinkageModel } from "#model";
import { pairsStage, prepareStages, scoredStage, twoLists } from "#stages";
import { attachRegistry, candidatesSql, refuseOtherModel, registryPairsSql } from "#registry";

type Rows = Extract<ListSource, { rows: unknown }>["rows"];
/** What `linkRows` is told. */
export type LinkRowsOptions = {
  /** The larger, more trusted list: records, or a file made by `prepareRegistry`. */
  left: Rows | { registry: string };
  /** Records, or a CSV, TSV or Parquet file with the name of its id column. */
  right: Rows | Extract<ListSource, { file: string }>;
  /** A trained model. May be left out when `left` is a registry: then the one it was prepared with. */
  model?: LinkageModel;
  /** Lowest single-pair probability of a candidate worth returning; 0.5 unless told. */
  threshold?: number;
  /** Share of right records thought to have a partner on the left; the model's own unless told. */
  matchRate?: number;
  /** Like "1GB". Nothing is ever written to disk: with too little memory the call ends in `memory-too-small`. */
  memory?: string;
  threads?: number;
  /** Told what the steps cost, once, at the end. */
  onTimes?: (times: StageTime[]) => void;
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

/** Candidates found for a list, and how many rows and pairs there were. */
export type RowLinks = { links: RowLink[]; rows: { left: number; right: number }; pairs: number };

/** Links a small list of records against a registry or another list with a model trained before. Sorted by right id, then rank. */
export async function linkRows(options: LinkRowsOptions): Promise<RowLinks> {
  const { onTimes, right, memory, threads } = options;
  const db = await openDatabase({
    spill: false,
    ...(memory === undefined ? {} : { memory }),
    ...(threads === undefined ? {} : { threads }),
  });
  try {
    const { model, rows: left } = await prepareLeft(db, options);
    if (!("file" in right) && right.length === 0) return { links: [], rows: { left, right: 0 }, pairs: 0 };
    const rows = { left, right: await countRows(db, "records_right") };
    const matchRate = options.matchRate ?? model.matchRate ?? 0.5;
    const scaled = { ...model, lambda: Math.min(0.5, matchRate / Math.max(rows.left, 1)) };
    const threshold = options.threshold ?? 0.5;
    const thresholdBits = Math.log2(threshold / (1 - threshold));
    await findCandidates(db, scaled, options);
    await runStage(db, scoredStage(scaled, db.dialect, twoLists, { thresholdBits, keepCodes: true }));
    const scored = await timed(db, "read_links", () =>
      db.rows(
        "SELECT s.*, l.uid AS left_uid, r.uid AS right_uid FROM scored s JOIN records_left l ON l.id = s.lid JOIN records_right r ON r.id = s.rid ORDER BY s.weight DESC, l.uid, r.uid",
      ),
    );
    const links = await timed(db, "assign", async () => rowLinks(scaled, scored, rows));
    const pairs = await countRows(db, "pairs");
    onTimes?.(db.times);
    return { links, rows, pairs };
  } finally {
    db.close();
  }
}

/** The left side ready to be searched, and the right one prepared beside it unless it is empty. */
async function prepareLeft(
  db: Database,
  { left, right, model }: LinkRowsOptions,
): Promise<{ model: LinkageModel; rows: number }> {
  const source = "file" in right ? right : { rows: right };
  const nobody = "rows" in source && source.rows.length === 0;
  if ("registry" in left) {
    const header = await timed(db, "open_registry", () => attachRegistry(db, left.registry));
    if (model) refuseOtherModel(header, model, left.registry);
    const used = model ?? header.model;
    if (nobody) return { model: used, rows: header.rows };
    await loadList(db, "right", source, used.inputs);
    await runStages(db, prepareStages(used, db.dialect, { sides: ["right"], sharesKnown: true }));
    return { model: used, rows: header.rows };
  }
  if (!model) throw new TypeError("linkRows needs a model when the left side is a list of records");
  await loadList(db, "left", { rows: left }, model.inputs);
  if (!nobody) await loadList(db, "right", source, model.inputs);
  await runStages(db, prepareStages(model, db.dialect, { sides: nobody ? ["left"] : ["left", "right"] }));
  return { model, rows: await countRows(db, "records_left") };
}

/** Up to so many candidates are asked for one by one. */
const fewIds = 40;

/** Fills `pairs`, and of a registry takes only the records that are somebody's candidate. */
async function findCandidates(db: Database, model: LinkageModel, { left }: LinkRowsOptions): Promise<void> {
  if (!("registry" in left)) return runStage(db, pairsStage(model, db.dialect, twoLists));
  await timed(db, "pairs", () => db.run(`CREATE TABLE pairs AS ${registryPairsSql(model)}`));
  const found = await db.rows(`SELECT DISTINCT lid FROM pairs ORDER BY lid LIMIT ${fewIds + 1}`);
  const ids = found.length > fewIds ? undefined : found.map((row) => Number(row["lid"]));
  await timed(db, "records_left", () => db.run(`CREATE TABLE records_left AS ${candidatesSql(model, ids)}`));
}

function rowLinks(
  model: LinkageModel,
  scored: readonly Row[],
  rows: { left: number; right: number },
): RowLink[] {
  const numberOf = new Map<number, number>();
  for (const row of scored) {
    const record = Number(row["lid"]);
    if (!numberOf.has(record)) numberOf.set(record, numberOf.size);
  }
  /* Only left records that are somebody's candidate compete; a registry's other millions need no place in memory. */
  const edges: Edges = {
    left: Int32Array.from(scored, (row) => numberOf.get(Number(row["lid"])) ?? 0),
    right: Int32Array.from(scored, (row) => Number(row["rid"])),
    bits: Float64Array.from(scored, (row) => Number(row["weight"])),
  };
  const sizes = { left: numberOf.size, right: rows.right };
  const probabilities = competingProbabilities(edges, { rows: sizes, repeats: 0.01 });
  const chosen = new Set(chooseOneToOne(edges, sizes));
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
