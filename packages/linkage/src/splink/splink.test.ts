import { describe, expect, test } from "vitest";
import { explainPair } from "#explanation";
import { formatModel, parseModel } from "#model";
import { importSplink } from "./index.ts";

const level = (sql: string, more: object = {}) => ({
  sql_condition: sql,
  m_probability: 0.5,
  u_probability: 0.1,
  label_for_charts: "tested",
  ...more,
});
const rest = { sql_condition: "ELSE", m_probability: 0.5, u_probability: 0.9 };
const nameless = { sql_condition: '"name_l" IS NULL OR "name_r" IS NULL', is_null_level: true };
const settingsOf = (...levels: object[]) => ({
  probability_two_random_records_match: 0.5,
  comparisons: [{ output_column_name: "name", comparison_levels: [nameless, ...levels] }],
  blocking_rules_to_generate_predictions: ['l."name" = r."name"'],
});
const levelReached = (sql: string, left: string, right: string, extra: object = {}): string | undefined => {
  const { model } = importSplink(settingsOf(level(sql), rest));
  return explainPair(model, { name: left, ...extra }, { name: right, ...extra }).evidence[0]?.level;
};
const refusal = (...levels: object[]): unknown => {
  try {
    return importSplink(settingsOf(...levels)).model;
  } catch (error) {
    return error;
  }
};

describe("a condition of Splink means the same here", () => {
  test.each([
    ['"name_l" = "name_r"', "ANI", "ANI", "ANA"],
    ["name_l = name_r", "ANI", "ANI", "ani"],
    ["`name_l` = `name_r`", "ANI", "ANI", "ANA"],
    ['levenshtein("name_l", "name_r") <= 1', "ANI", "ANA", "BUDI"],
    ['damerau_levenshtein("name_l", "name_r") <= 1', "ANI", "AIN", "BUDI"],
    ['jaro_winkler_similarity("name_l", "name_r") >= 0.9', "MARTHA", "MARHTA", "BUDI"],
    ["jaro_winkler(name_l, name_r) > 0.9", "MARTHA", "MARHTA", "BUDI"],
    ['jaccard("name_l", "name_r") >= 0.5', "ABCD", "ABCE", "XYZ"],
    ["SUBSTR(name_l, 1, 3) = SUBSTR(name_r, 1, 3)", "ANITA", "ANISA", "BUDI"],
    ["NOT (name_l <> name_r)", "ANI", "ANI", "ANA"],
    ["name_l = 'ANI' AND (name_r = 'ANA' OR name_r = 'INA')", "ANI", "INA", "UNA"],
    [
      "abs(date_diff('day', strptime(name_l, '%d/%m/%Y'), strptime(name_r, '%d/%m/%Y'))) <= 1",
      "28/02/2000",
      "29/02/2000",
      "01/03/2000",
    ],
    [
      "abs(epoch(try_strptime(name_l, '%Y-%m-%d')) - epoch(try_strptime(name_r, '%Y-%m-%d'))) < 172800",
      "1999-12-31",
      "2000-01-01",
      "2000-01-02",
    ],
    [
      "ABS(UNIX_TIMESTAMP(date(try_to_timestamp(`name_l`, 'yyyy-MM-dd'))) - UNIX_TIMESTAMP(date(try_to_timestamp(`name_r`, 'yyyy-MM-dd')))) <= 86400",
      "1999-12-31",
      "2000-01-01",
      "2000-01-02",
    ],
  ])("%s", (sql, left, agreeing, differing) => {
    expect(levelReached(sql, left, agreeing)).toBe("tested");
    expect(levelReached(sql, left, differing)).toBe("else");
  });

  test("a null level after others is silent only where those before it did not hold", () => {
    const late = { sql_condition: "city_l IS NULL OR city_r IS NULL", is_null_level: true };
    const { model } = importSplink(settingsOf(level("name_l = name_r"), late, rest));
    const at = (left: string, right: string, city: string | null) =>
      explainPair(model, { name: left, city }, { name: right, city }).evidence[0]?.level;
    expect(at("ANI", "ANI", null)).toBe("tested");
    expect(at("ANI", "ANA", null)).toBe("missing");
    expect(at("ANI", "ANA", "PADANG")).toBe("else");
  });
});

describe("what cannot be brought over is refused with comparison and level", () => {
  test.each([
    ["lists of values", "array_length(list_intersect(name_l, name_r)) >= 1", "one value each"],
    ["an unknown function", "soundex(name_l) = soundex(name_r)", "the function soundex"],
    ["a number", "abs(name_l - name_r) <= 3", "read as text"],
    ["a column as a number", "name_l > 30", "read as text"],
    ["a date format with hours", "try_strptime(name_l, '%Y-%m-%d %H') IS NULL", "the date format"],
    ["a subquery", "name_l = (SELECT max(x) FROM y)", "cannot read"],
    ["two statements", "name_l = name_r; DROP TABLE x", "cannot read"],
    ["a column of neither side", "name = 'ANI'", "no column of either record"],
  ])("%s", (_, sql, words) => {
    expect(refusal(level(sql), rest)).toMatchObject({
      code: "splink-unsupported",
      details: { comparison: "name", level: "tested", sql },
      message: expect.stringContaining(words) as string,
    });
  });

  test("rarity of a column that no level matches exactly", () => {
    expect(
      refusal(level("levenshtein(name_l, name_r) < 2", { tf_adjustment_column: "name" }), rest),
    ).toMatchObject({
      code: "splink-unsupported",
    });
  });

  test("a comparison without ELSE, settings of Splink 2, and rules that are no equalities", () => {
    expect(refusal(level("name_l = name_r"))).toMatchObject({
      message: expect.stringContaining("ELSE") as string,
    });
    expect(() => importSplink({ comparison_columns: [] })).toThrow("Splink 1 or 2");
    const rules = [
      "1=1",
      "levenshtein(l.name, r.name) < 2",
      "l.name = l.city",
      { blocking_rule: "l.a = r.a", arrays_to_explode: ["a"] },
    ];
    for (const rule of rules)
      expect(() =>
        importSplink({ ...settingsOf(rest), blocking_rules_to_generate_predictions: [rule] }),
      ).toThrow(expect.objectContaining({ code: "splink-unsupported" }) as Error);
  });
});

test("asked to, it keeps unreadable SQL for DuckDB and says so", () => {
  const { model, notes } = importSplink(settingsOf(level('soundex(name_l) = soundex("name_r")'), rest), {
    allowRaw: true,
  });
  expect(JSON.stringify(model.comparisons[0]?.levels[0]?.when)).toContain(
    '["raw","duckdb","soundex(l.name) = soundex(r.name)"]',
  );
  expect(notes).toHaveLength(1);
});

test("settings that were never trained give an untrained model; a level Splink never saw counts one in a million", () => {
  const bare = { sql_condition: "name_l = name_r" };
  expect(importSplink(settingsOf(bare, { sql_condition: "ELSE" })).trained).toBe(false);
  const unseen = level("name_l = name_r", { m_probability: "level not observed in training dataset" });
  const { model, trained, notes } = importSplink(settingsOf(unseen, { ...rest, m_probability: 0.99999 }));
  expect({ trained, m: model.comparisons[0]?.levels[0]?.m }).toEqual({
    trained: true,
    m: { otherwise: 1e-6 },
  });
  expect(notes[0]).toContain("not seen");
});

test("the imported model survives being written and read", () => {
  const { model } = importSplink(
    settingsOf(level("name_l = name_r", { tf_adjustment_column: "name" }), rest),
  );
  expect(parseModel(formatModel(model))).toEqual(model);
});
