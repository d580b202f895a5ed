import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadList, openDatabase, type Database } from "#duckdb";
import { scoreLists } from "#linking";
import { oneList } from "#stages";
import { importSplink } from "./index.ts";

const file = fileURLToPath(new URL("../../testdata/splink-fake/fake_1000.csv", import.meta.url));
const date = (side: string) => `try_strptime("dob_${side}", '%Y-%m-%d')`;
const nullOr = (column: string) => `"${column}_l" IS NULL OR "${column}_r" IS NULL`;
const level = (sql: string, m: number, u: number, more: object = {}) => ({
  sql_condition: sql,
  m_probability: m,
  u_probability: u,
  ...more,
});
const silent = (sql: string) => ({ sql_condition: sql, is_null_level: true });
const rest = (m: number, u: number) => level("ELSE", m, u);

/** A trained model in the shape Splink saves, for its fake_1000 list. */
const settings = {
  link_type: "dedupe_only",
  sql_dialect: "duckdb",
  probability_two_random_records_match: 0.0031,
  blocking_rules_to_generate_predictions: [
    { blocking_rule: 'l."first_name" = r."first_name"', sql_dialect: "duckdb" },
    'r."surname" = l."surname" AND SUBSTRING(l."dob", 1, 4) = SUBSTRING(r."dob", 1, 4)',
    { blocking_rule: "l.email = r.email" },
  ],
  comparisons: [
    {
      output_column_name: "first_name",
      comparison_levels: [
        silent(nullOr("first_name")),
        level('"first_name_l" = "first_name_r"', 0.5, 0.006, {
          tf_adjustment_column: "first_name",
          tf_adjustment_weight: 1,
        }),
        level('jaro_winkler_similarity("first_name_l", "first_name_r") >= 0.88', 0.2, 0.01, {
          tf_adjustment_column: "first_name",
          tf_adjustment_weight: 0.5,
          tf_minimum_u_value: 0.004,
        }),
        level('levenshtein("first_name_l", "first_name_r") <= 2', 0.1, 0.02),
        rest(0.2, 0.964),
      ],
    },
    {
      output_column_name: "surname_and_swap",
      comparison_levels: [
        silent(nullOr("surname")),
        level('"first_name_l" = "surname_r" AND "first_name_r" = "surname_l"', 0.02, 0.001),
        level('"surname_l" = "surname_r"', 0.6, 0.004, { tf_adjustment_column: "surname" }),
        level('jaccard("surname_l", "surname_r") >= 0.8', 0.18, 0.03),
        rest(0.2, 0.965),
      ],
    },
    {
      output_column_name: "dob",
      comparison_levels: [
        silent(`${date("l")} IS NULL OR ${date("r")} IS NULL`),
        level('"dob_l" = "dob_r"', 0.6, 0.003),
        level('damerau_levenshtein("dob_l", "dob_r") <= 1', 0.15, 0.005),
        level(`ABS(EPOCH(${date("l")}) - EPOCH(${date("r")})) <= 2629800.0`, 0.05, 0.01),
        level(`ABS(EPOCH(${date("l")}) - EPOCH(${date("r")})) <= 31557600.0`, 0.1, 0.07),
        rest(0.1, 0.912),
      ],
    },
    {
      output_column_name: "email",
      comparison_levels: [
        silent(nullOr("email")),
        level('"email_l" = "email_r"', 0.7, 0.001),
        level(
          `NULLIF(regexp_extract("email_l", '^[^@]+', 0), '') = NULLIF(regexp_extract("email_r", '^[^@]+', 0), '')`,
          0.1,
          0.002,
        ),
        rest(0.2, 0.997),
      ],
    },
  ],
};

let db: Database;
beforeAll(async () => {
  db = await openDatabase({ threads: 1 });
});
afterAll(() => db.close());

const matchBits = (m: number, u: number) => `log2(${m}::DOUBLE / ${u}::DOUBLE)`;

/** Splink's own formula over its own SQL: prior + the weight of the level + rarity against the exact level's u. */
async function splinkWeights(): Promise<Map<string, number>> {
  const columns = ["first_name", "surname", "dob", "city", "email"];
  const clean = columns.map((c) => `nullif(trim(${c}), '') AS ${c}`).join(", ");
  await db.run(
    `CREATE OR REPLACE TABLE people AS SELECT unique_id::VARCHAR AS uid, ${clean} FROM read_csv('${file}', all_varchar = true, header = true)`,
  );
  for (const column of ["first_name", "surname"])
    await db.run(
      `CREATE OR REPLACE TABLE tf_${column} AS SELECT ${column} AS v, count(*) / (SELECT count(${column}) FROM people) AS tf FROM people WHERE ${column} IS NOT NULL GROUP BY 1`,
    );
  const sides = columns.map((c) => `l.${c} AS "${c}_l", r.${c} AS "${c}_r"`).join(", ");
  const tf = ["first_name", "surname"]
    .map(
      (c) =>
        `(SELECT tf FROM tf_${c} WHERE v = l.${c}) AS tf_${c}_l, (SELECT tf FROM tf_${c} WHERE v = r.${c}) AS tf_${c}_r`,
    )
    .join(", ");
  const rules = settings.blocking_rules_to_generate_predictions.map((rule) =>
    typeof rule === "string" ? rule : rule.blocking_rule,
  );
  const pairs = `SELECT l.uid AS a, r.uid AS b, ${sides}, ${tf} FROM people l JOIN people r ON l.uid < r.uid AND (${rules.map((rule) => `coalesce(${rule}, FALSE)`).join(" OR ")})`;
  const exactU: Record<string, number> = { first_name: 0.006, surname: 0.004 };
  const parts = settings.comparisons.map(({ comparison_levels }) => {
    const branches = comparison_levels.map((one) => {
      if (!("m_probability" in one)) return `WHEN ${one.sql_condition} THEN 0`;
      const found = one as {
        tf_adjustment_column?: string;
        tf_adjustment_weight?: number;
        tf_minimum_u_value?: number;
      };
      const column = found.tf_adjustment_column;
      const rare = column
        ? ` + ${found.tf_adjustment_weight ?? 1} * log2(${exactU[column]}::DOUBLE / greatest(tf_${column}_l, tf_${column}_r, ${found.tf_minimum_u_value ?? 0}))`
        : "";
      const bits = `${matchBits(one.m_probability, one.u_probability)}${rare}`;
      return one.sql_condition === "ELSE" ? `ELSE ${bits}` : `WHEN ${one.sql_condition} THEN ${bits}`;
    });
    return `(CASE ${branches.join(" ")} END)`;
  });
  const lambda = settings.probability_two_random_records_match;
  const rows = await db.rows(
    `SELECT a, b, ${matchBits(lambda, 1 - lambda)} + ${parts.join(" + ")} AS weight FROM (${pairs})`,
  );
  return new Map(rows.map((row) => [`${String(row["a"])} ${String(row["b"])}`, Number(row["weight"])]));
}

describe("a trained Splink model of fake_1000", () => {
  test("finds the pairs Splink finds and gives each the weight Splink's formula gives", async () => {
    const { model, trained, notes } = importSplink(settings);
    expect({ trained, notes }).toEqual({ trained: true, notes: [] });
    await loadList(db, "left", { file, id: "unique_id" }, model.inputs);
    const options = { sides: oneList, seed: 1, thresholdBits: -200, trained: true };
    await scoreLists(db, model, options);
    const rows = await db.rows(
      "SELECT l.uid AS a, r.uid AS b, s.weight FROM scored s JOIN records_left l ON l.id = s.lid JOIN records_left r ON r.id = s.rid",
    );
    const ours = new Map(
      rows.map((row) => [`${String(row["a"])} ${String(row["b"])}`, Number(row["weight"])]),
    );
    const theirs = await splinkWeights();
    expect(theirs.size).toBeGreaterThan(2000);
    expect([...ours.keys()].toSorted()).toEqual([...theirs.keys()].toSorted());
    const worst = Math.max(
      ...[...theirs].map(([pair, weight]) => Math.abs(weight - (ours.get(pair) ?? Infinity))),
    );
    expect(worst).toBeLessThan(2e-5);
  });
});
