import {
  appendColumns,
  dropTables,
  loadList,
  numberPairs,
  openDatabase,
  type Database,
  type ListSource,
} from "#duckdb";
import { LinkageError, type LinkageModel } from "#model";
import { codeColumns, isOneList, oneList, twoLists, type Sides } from "#stages";
import { countCells, fitLabels, type LabelOptions, type LabelsSeen, type Pattern } from "#training";
import { prepareLists } from "./score-lists.ts";
import {
  engineVersions,
  estimateLambda,
  pairTotal,
  randomPatterns,
  type TrainingOptions,
} from "./train-model.ts";

/** A pair somebody looked at. `weight` (1 unless told) says how many pairs it stands for when pairs were drawn unevenly. */
export type PairLabel = { leftId: string; rightId: string; match: boolean; weight?: number };
/** The lists that labels are about. */
export type LabelledLists = {
  left: ListSource;
  /** Left out when one list was searched for duplicates. */
  right?: ListSource;
  memory?: string;
  threads?: number;
  spill?: boolean | string;
  seed?: number;
};
/** A model fitted to labels, and what it was fitted on. */
export type TrainedFromLabels = { model: LinkageModel; seen: LabelsSeen[]; warnings: string[] };

const fewestMatches = 50;
const fewestOfLevel = 5;

/**
 * Fits m to pairs labelled as one person, u to random pairs (or to pairs labelled different), both drawn towards the
 * model's own numbers where labels are few. Says how many labels every level saw. Throws `labels-invalid` for unknown
 * ids and for pairs labelled both ways.
 */
export async function trainFromLabels(
  model: LinkageModel,
  lists: LabelledLists,
  labels: readonly PairLabel[],
  options: Partial<LabelOptions> = {},
): Promise<TrainedFromLabels> {
  const db = await openDatabase(lists);
  try {
    await loadList(db, "left", lists.left, model.inputs);
    if (lists.right) await loadList(db, "right", lists.right, model.inputs);
    const sides = lists.right ? twoLists : oneList;
    return await fitInDatabase(db, model, { sides, seed: lists.seed ?? 1, labels, options });
  } finally {
    db.close();
  }
}

type Labelled = {
  sides: Sides;
  seed: number;
  labels: readonly PairLabel[];
  options: Partial<LabelOptions>;
};

async function fitInDatabase(
  db: Database,
  start: LinkageModel,
  { sides, seed, labels, options }: Labelled,
): Promise<TrainedFromLabels> {
  const { model, rows } = await prepareLists(db, start, sides);
  const run: TrainingOptions = { sides, rows, seed };
  const lambda = await estimateLambda(db, model, run);
  const random = await randomPatterns(db, model, run);
  await dropTables(db, ["sample_left", "sample_right", "sample_pairs"]);
  const { matches, nonMatches } = await labelPatterns(db, model, sides, labels);
  const fits = model.comparisons.map((comparison, i) =>
    fitLabels(
      comparison,
      {
        matches: countCells(comparison, i, matches),
        nonMatches: countCells(comparison, i, nonMatches),
        random: { counts: countCells(comparison, i, random), lambda },
      },
      { priorLabels: 20, uFrom: "random", ...options },
    ),
  );
  const count = (match: boolean) => labels.filter((label) => label.match === match).length;
  const trained: LinkageModel = {
    ...model,
    comparisons: model.comparisons.map((comparison, i) => ({
      ...comparison,
      levels: fits[i]?.levels ?? comparison.levels,
    })),
    lambda: model.lambda ?? lambda,
    matchRate: model.matchRate ?? Math.min(1, (lambda * pairTotal(run)) / Math.max(rows.right, 1)),
    provenance: {
      rows,
      seed,
      engine: db.name,
      engines: engineVersions(db),
      labels: { matches: count(true), nonMatches: count(false) },
      sessions: [],
      notes: [],
    },
  };
  const seen = fits.flatMap((fit) => fit.seen);
  return { model: trained, seen, warnings: warningsOf(trained, seen, count(true)) };
}

async function labelPatterns(
  db: Database,
  model: LinkageModel,
  sides: Sides,
  labels: readonly PairLabel[],
): Promise<{ matches: Pattern[]; nonMatches: Pattern[] }> {
  const numbers = await numberPairs(db, sides, labels);
  refuseUnknown(numbers);
  const ordered = labels.map((_, i): [number, number] => {
    const [a, b] = [numbers.left[i] ?? 0, numbers.right[i] ?? 0];
    return isOneList(sides) && a > b ? [b, a] : [a, b];
  });
  refuseContradictions(ordered, labels);
  await db.run(
    "CREATE OR REPLACE TEMP TABLE labels (lid INTEGER, rid INTEGER, match INTEGER, weight DOUBLE)",
  );
  await appendColumns(
    db,
    "labels",
    ["INTEGER", "INTEGER", "INTEGER", "DOUBLE"],
    [
      ordered.map(([left]) => left),
      ordered.map(([, right]) => right),
      labels.map((label) => (label.match ? 1 : 0)),
      labels.map((label) => label.weight ?? 1),
    ],
  );
  const codes = codeColumns(model.comparisons, db.dialect);
  const from = `labels p JOIN records_${sides.left} l ON l.id = p.lid JOIN records_${sides.right} r ON r.id = p.rid`;
  const rows = await db.rows(
    `SELECT * EXCLUDE (weight), sum(weight) AS n FROM (SELECT ${codes}, match, weight FROM ${from}) GROUP BY ALL ORDER BY ALL`,
  );
  const patterns = (match: number) =>
    rows
      .filter((row) => Number(row["match"]) === match)
      .map((row) => ({
        codes: model.comparisons.map((_, i) => Number(row[`c${i}`])),
        count: Number(row["n"]),
        certain: false,
      }));
  return { matches: patterns(1), nonMatches: patterns(0) };
}

function refuseUnknown(numbers: { left: Int32Array; right: Int32Array }): void {
  const unknown = numbers.left.filter((left, i) => left < 0 || (numbers.right[i] ?? -1) < 0).length;
  if (unknown > 0)
    throw new LinkageError(
      "labels-invalid",
      `${unknown} labelled pairs name an id that is not in the lists`,
      {
        unknown,
      },
    );
}

function refuseContradictions(
  pairs: readonly (readonly [number, number])[],
  labels: readonly PairLabel[],
): void {
  const known = new Map<string, boolean>();
  let contradictions = 0;
  pairs.forEach(([left, right], i) => {
    const key = `${left} ${right}`;
    const match = labels[i]?.match ?? false;
    if (known.has(key) && known.get(key) !== match) contradictions++;
    known.set(key, match);
  });
  if (contradictions > 0)
    throw new LinkageError(
      "labels-invalid",
      `${contradictions} pairs are labelled both ways; settle them first`,
      {
        contradictions,
      },
    );
}

function warningsOf(model: LinkageModel, seen: readonly LabelsSeen[], matches: number): string[] {
  const few =
    matches < fewestMatches
      ? [
          `only ${matches} pairs are labelled as one person; below ${fewestMatches} the model before decides more than they do`,
        ]
      : [];
  const thin = model.comparisons.flatMap((comparison) =>
    comparison.levels.flatMap((level) => {
      const found = seen.filter((s) => s.comparison === comparison.name && s.level === level.id);
      const labels = Math.round(found.reduce((sum, s) => sum + s.matches, 0));
      return labels < fewestOfLevel
        ? [`${comparison.name} / ${level.id}: ${labels} labelled matches, its m comes mostly from the prior`]
        : [];
    }),
  );
  return [...few, ...thin];
}
