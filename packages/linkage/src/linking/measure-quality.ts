import { appendColumns, type Database } from "#duckdb";
import { levelBits, priorBits, readCode, type BlockingRule, type LinkageModel } from "#model";
import {
  driftOf,
  matchRates,
  missedByBlocking,
  ruleFamilies,
  type LevelDrift,
  type MatchRates,
  type MissedByBlocking,
  type ScoredPairs,
} from "#quality";
import { codeColumns, meets, type Sides } from "#stages";
import { countCells, type Pattern } from "#training";
import type { RowCounts } from "./check-blocking.ts";
import { estimateLambda, randomPatterns } from "./train-model.ts";

/** Pairs less likely than this change nothing that is counted here. */
const likelyEnough = 0.1;
/** More pairs than this are thinned by left record; sums are scaled back up. */
const mostPairs = 300_000;

/** Puts the likely pairs and their probabilities into the table `likely`; gives how many pairs each of them stands for. */
export async function storeLikelyPairs(db: Database, scored: ScoredPairs): Promise<number> {
  const { left, right, probabilities } = scored;
  const likely = probabilities.reduce((count, p) => count + (p >= likelyEnough ? 1 : 0), 0);
  const every = Math.ceil(likely / mostPairs);
  const at: number[] = [];
  for (let i = 0; i < left.length; i++)
    if ((probabilities[i] ?? 0) >= likelyEnough && (left[i] ?? 0) % Math.max(every, 1) === 0) at.push(i);
  await db.run("CREATE OR REPLACE TEMP TABLE likely (lid INTEGER, rid INTEGER, q DOUBLE)");
  await appendColumns(
    db,
    "likely",
    ["INTEGER", "INTEGER", "DOUBLE"],
    [at.map((i) => left[i] ?? 0), at.map((i) => right[i] ?? 0), at.map((i) => probabilities[i] ?? 0)],
  );
  const kept = at.reduce((sum, i) => sum + (probabilities[i] ?? 0), 0);
  const whole = probabilities.reduce((sum, p) => sum + (p >= likelyEnough ? p : 0), 0);
  return kept === 0 ? 1 : whole / kept;
}

const joined = (sides: Sides): string =>
  `likely p JOIN records_${sides.left} l ON l.id = p.lid JOIN records_${sides.right} r ON r.id = p.rid`;

/** Which rules bring the likely pairs together, and what that says about pairs none brings together. */
export async function measureMissed(
  db: Database,
  model: LinkageModel,
  sides: Sides,
  scale: number,
): Promise<MissedByBlocking> {
  const { families, others } = ruleFamilies(model);
  const holds = (rules: readonly BlockingRule[]) => {
    const any = rules.map((rule) => `coalesce(${meets(rule, db.dialect)}, FALSE)`).join(" OR ");
    return `(CASE WHEN ${any || "FALSE"} THEN 1 ELSE 0 END)`;
  };
  const found = model.blocking.map((rule) => holds([rule])).join(" + ");
  const pattern = [...families.map((family) => family.rules), others].map(holds).join(" || ");
  const rows = await db.rows(
    `SELECT ${found} AS rules, ${pattern} AS pattern, sum(p.q) AS n FROM ${joined(sides)} GROUP BY ALL ORDER BY ALL`,
  );
  const byRules = model.blocking.map(() => 0);
  const byFamily: Record<string, number> = {};
  for (const row of rows) {
    const matches = Number(row["n"]) * scale;
    const rules = Number(row["rules"]);
    if (rules > 0) byRules[rules - 1] = (byRules[rules - 1] ?? 0) + matches;
    const cell = String(row["pattern"]);
    if (families.length === 3 && cell.endsWith("0"))
      byFamily[cell.slice(0, 3)] = (byFamily[cell.slice(0, 3)] ?? 0) + matches;
  }
  const counts = { rules: model.blocking.length, byRules, byFamily };
  return missedByBlocking(
    counts,
    families.map((family) => family.inputs),
  );
}

/** Records whose fields say so little that their own copy would not reach the threshold. Rarity of values is left out. */
export async function countUnlinkable(
  db: Database,
  model: LinkageModel,
  table: string,
  leastBits: number,
): Promise<number> {
  const codes = codeColumns(model.comparisons, db.dialect);
  const rows = await db.rows(
    `SELECT *, count(*)::DOUBLE AS n FROM (SELECT ${codes} FROM ${table} l JOIN ${table} r ON r.id = l.id) GROUP BY ALL ORDER BY ALL`,
  );
  const prior = priorBits(model);
  return rows.reduce((total, row) => {
    const bits = model.comparisons.reduce((sum, comparison, i) => {
      const code = readCode(comparison, Number(row[`c${i}`]));
      return code === "missing" ? sum : sum + levelBits(comparison, code.level, code.stratum);
    }, prior);
    return bits < leastBits ? total + Number(row["n"]) : total;
  }, 0);
}

type GroupColumn = { by: string; sql: string };

/** Columns by which lists can be told apart into groups: place, sex and decade of birth, where the model makes them. */
function groupColumns(model: LinkageModel): GroupColumn[] {
  const made = new Set(model.features.flatMap((group) => group.columns.map((column) => column.name)));
  const first = (meaning: string, names: (column: string) => string[]): string | undefined =>
    model.inputs
      .filter((input) => input.meaning === meaning)
      .flatMap((input) => names(input.column))
      .find((name) => made.has(name));
  const place = first("place", (column) => ["village_code", `${column}_text`]);
  const sex = first("sex", (column) => ["gender", `${column}_text`]);
  const year =
    first("birth-date", (column) => ["year", `${column}_year`]) ??
    first("birth-year", (column) => [`${column}_year`]);
  return [
    ...(place ? [{ by: "place", sql: `r.${place}::VARCHAR` }] : []),
    ...(sex ? [{ by: "sex", sql: `r.${sex}::VARCHAR` }] : []),
    ...(year ? [{ by: "birth decade", sql: `((r.${year} // 10) * 10)::INTEGER::VARCHAR` }] : []),
  ];
}

/** Share of right records that found a partner, by place, sex and decade of birth. Columns the run did not keep are left out. */
export async function measureMatchRates(
  db: Database,
  model: LinkageModel,
  linkedRight: Int32Array,
): Promise<MatchRates[]> {
  await db.run("CREATE OR REPLACE TEMP TABLE linked (rid INTEGER)");
  await appendColumns(db, "linked", ["INTEGER"], [Int32Array.from(new Set(linkedRight))]);
  const kept = new Set((await db.rows("DESCRIBE records_right")).map((row) => String(row["column_name"])));
  const rates: MatchRates[] = [];
  for (const { by, sql } of groupColumns(model)) {
    const column = /r\.([a-z0-9_]+)/.exec(sql)?.[1] ?? "";
    if (!kept.has(column)) continue;
    const rows = await db.rows(
      `SELECT coalesce(${sql}, '') AS g, count(*)::DOUBLE AS n, count(k.rid)::DOUBLE AS linked FROM records_right r LEFT JOIN linked k ON k.rid = r.id GROUP BY 1 ORDER BY 1`,
    );
    const counts = rows.map((row) => ({
      group: String(row["g"]),
      rows: Number(row["n"]),
      linked: Number(row["linked"]),
    }));
    rates.push(matchRates(by, counts));
  }
  return rates;
}

const worthSaying = 0.5;
const mostLevels = 20;

/** Levels of a stored model whose m or u these lists contradict, largest move first. */
export async function measureDrift(
  db: Database,
  model: LinkageModel,
  run: { sides: Sides; rows: RowCounts; seed: number; scale: number },
): Promise<LevelDrift[]> {
  const codes = codeColumns(model.comparisons, db.dialect);
  const rows = await db.rows(
    `SELECT * EXCLUDE (q), sum(q) AS n FROM (SELECT ${codes}, p.q FROM ${joined(run.sides)}) GROUP BY ALL ORDER BY ALL`,
  );
  const matched = rows.map((row): Pattern => ({
    codes: model.comparisons.map((_, i) => Number(row[`c${i}`])),
    count: Number(row["n"]) * run.scale,
    certain: false,
  }));
  const lambda = await estimateLambda(db, model, run);
  const random = await randomPatterns(db, model, run);
  const drift = model.comparisons.flatMap((comparison, i) =>
    driftOf(comparison, {
      matches: countCells(comparison, i, matched),
      random: { counts: countCells(comparison, i, random), lambda },
    }),
  );
  return drift
    .filter(({ byM, byU }) => Math.max(Math.abs(byM), Math.abs(byU)) >= worthSaying)
    .toSorted((a, b) => Math.abs(b.moved) - Math.abs(a.moved))
    .slice(0, mostLevels);
}
