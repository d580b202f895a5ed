import { type Engine, type Row, runStages, timed } from "#duckdb";
import type { LinkageModel, Provenance, Session } from "#model";
import {
  isOneList,
  pairsSql,
  patternsSql,
  randomPairs,
  samplePairsStage,
  sampleStage,
  sessionPairs,
  type Sides,
} from "#stages";
import {
  combineFits,
  countCells,
  fitSession,
  judgeSession,
  type Cells,
  type Pattern,
  type SessionFit,
} from "#training";

import { countRulePairs, type RowCounts } from "./check-blocking.ts";

export type TrainingOptions = { sides: Sides; rows: RowCounts; seed: number };

/** Fits a model to the records in the database, without labels. Pure function of records, model and seed. */
export async function trainModel(
  db: Engine,
  model: LinkageModel,
  options: TrainingOptions,
): Promise<LinkageModel> {
  const lambda = await timed(db, "lambda", () => estimateLambda(db, model, options));
  const random = await timed(db, "random_pairs", () => randomPatterns(db, model, options));
  const counts = model.comparisons.map((comparison, i) => countCells(comparison, i, random));
  const startU = model.comparisons.map((comparison, i) =>
    startingU(counts[i] ?? new Float64Array(), comparison.levels.length),
  );
  const expectedMatches = lambda * pairTotal(options);
  const fits: SessionFit[] = [];
  const sessions: Provenance["sessions"] = [];
  for (const session of model.training.sessions) {
    const { patterns, share } = await timed(db, `session_${session.rule.id}`, () =>
      sessionPatterns(db, model, session, options),
    );
    const { skips, freeU = [] } = session;
    const fit = fitSession({ comparisons: model.comparisons, patterns, u: startU, skips, freeU });
    const judgement = judgeSession(fit, patterns, expectedMatches * share);
    if (judgement.used) fits.push(fit);
    const { pairs, matchShare, iterations } = fit;
    sessions.push({ rule: session.rule.id, pairs, matchShare, iterations, ...judgement });
  }
  const comparisons = model.comparisons.map((comparison, i) => ({
    ...comparison,
    levels: combineFits(comparison, fits, { counts: counts[i] ?? new Float64Array(), lambda }),
  }));
  const provenance: Provenance = {
    rows: options.rows,
    seed: options.seed,
    engine: db.name,
    engines: engineVersions(db),
    sessions,
    notes: lambda <= leastMatches / Math.max(pairTotal(options), 1) ? [noCertainPair] : [],
  };
  const matchRate = Math.min(1, expectedMatches / Math.max(options.rows.right, 1));
  return { ...model, comparisons, lambda, matchRate, provenance };
}

/** Where no pair is certain the share of matches is not nothing, but half a match in all pairs. */
const leastMatches = 0.5;
const noCertainPair =
  "no two records agree as surely as the model's certain rules ask: the share of matches stands at its floor, and the lists may share nobody";

/** Name and version of what the numbers were worked out with. */
export const engineVersions = (db: Engine): Record<string, string> => {
  const [name = "", version = ""] = db.name.split(" ");
  return { [name]: version };
};

/** All pairs the two lists can form. */
export const pairTotal = ({ sides, rows }: { sides: Sides; rows: RowCounts }): number =>
  isOneList(sides) ? (rows.left * (rows.left - 1)) / 2 : rows.left * rows.right;

/** Chance that two random records match: what the certain rules find, over the share of matches they are thought to find; without such rules what the model says. */
export async function estimateLambda(
  db: Engine,
  model: LinkageModel,
  options: TrainingOptions,
): Promise<number> {
  const { rules, recall } = model.training.certain;
  if (rules.length === 0 && model.lambda !== undefined) return model.lambda;
  const union = rules.map((rule, i) =>
    pairsSql(rule, db.dialect, options.sides, { rule: i, except: rules.slice(0, i) }),
  );
  const found =
    union.length === 0
      ? 0
      : Number((await db.one(`SELECT count(*) AS n FROM (${union.join(" UNION ALL ")})`))["n"]);
  const total = Math.max(pairTotal(options), 1);
  return Math.min(0.5, Math.max(found / recall, leastMatches) / total);
}

/** Patterns of random pairs, chosen by hash: the same seed chooses the same ones. */
export async function randomPatterns(
  db: Engine,
  model: LinkageModel,
  options: TrainingOptions,
): Promise<Pattern[]> {
  const { sides, rows, seed } = options;
  const wanted = model.training.uPairs;
  if (isOneList(sides)) {
    const records = Math.min(rows.left, Math.ceil(Math.sqrt(2 * wanted)));
    await runStages(db, [
      sampleStage("left", db.dialect, { share: records / rows.left, seed }),
      samplePairsStage(sides),
    ]);
  } else {
    const smaller = Math.min(rows.left, rows.right);
    const fromSmaller = Math.min(smaller, Math.sqrt(wanted));
    const fromLarger = Math.min(Math.max(rows.left, rows.right), wanted / fromSmaller);
    const share = (n: number) => Math.min(1, (n === smaller ? fromSmaller : fromLarger) / n);
    await runStages(db, [
      sampleStage("left", db.dialect, { share: share(rows.left), seed }),
      sampleStage("right", db.dialect, { share: share(rows.right), seed }),
      samplePairsStage(sides),
    ]);
  }
  return readPatterns(db, model, patternsSql(model, db.dialect, randomPairs(sides)));
}

async function sessionPatterns(db: Engine, model: LinkageModel, session: Session, options: TrainingOptions) {
  const size = await countRulePairs(db, session.rule, options);
  const share = Math.min(1, model.training.sessionPairs / Math.max(size, 1));
  const from = sessionPairs(session.rule, db.dialect, options.sides, { share, seed: options.seed });
  return { share, patterns: await readPatterns(db, model, patternsSql(model, db.dialect, from)) };
}

async function readPatterns(db: Engine, model: LinkageModel, sql: string): Promise<Pattern[]> {
  const rows = await db.rows(sql);
  return rows.map((row: Row) => ({
    codes: model.comparisons.map((_, i) => Number(row[`c${i}`])),
    count: Number(row["n"]),
    certain: Boolean(row["certain"]),
  }));
}

/** u to start sessions from: the shares among random pairs, a little smoothed. */
function startingU(counts: Cells, levels: number): Cells {
  const u = new Float64Array(counts.length);
  for (let s = 0; s < counts.length / levels; s++) {
    let total = 0;
    for (let i = 0; i < levels; i++) total += counts[s * levels + i] ?? 0;
    for (let i = 0; i < levels; i++)
      u[s * levels + i] = ((counts[s * levels + i] ?? 0) + 0.3) / (total + 0.3 * levels);
  }
  return u;
}
