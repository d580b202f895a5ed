import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "#duckdb";
import { duckdbDialect } from "#expression";
import { personModel } from "#indonesia";
import { engineCheck, requireAgreement } from "./index.ts";

let db: Database;
beforeAll(async () => {
  db = await openDatabase({ threads: 1 });
});
afterAll(() => db.close());

test("DuckDB gives every number of the reference", async () => {
  const check = await engineCheck(db);
  expect(check.differs).toEqual([]);
  expect(check.agrees).toContain("jaro-winkler");
});

const withFunction = (name: "jaro-winkler" | "levenshtein", sql: (args: readonly string[]) => string) => ({
  ...db,
  name: "other 1.0",
  dialect: { ...duckdbDialect, functions: { ...duckdbDialect.functions, [name]: sql } },
});

test("an engine that works out a function otherwise is refused, and the refusal names the function", async () => {
  const other = withFunction("jaro-winkler", ([a, b]) => `(jaro_winkler_similarity(${a}, ${b}) * 0.999)`);
  const { differs } = await engineCheck(other);
  expect(differs.map((difference) => difference.function)).toEqual(["jaro-winkler"]);
  expect(differs[0]?.example).toMatchObject({ expected: expect.any(Number), found: expect.any(Number) });
  await expect(requireAgreement(other, personModel())).rejects.toMatchObject({
    code: "engine-differs",
    details: { engine: "other 1.0", function: "jaro-winkler" },
  });
});

test("an engine without a function is refused only to a model that uses it", async () => {
  const lacking = withFunction("levenshtein", ([a, b]) => `no_such_function(${a}, ${b})`);
  expect((await engineCheck(lacking)).differs).toMatchObject([
    { function: "levenshtein", refusal: expect.stringContaining("no_such_function") },
  ]);
  await expect(requireAgreement(lacking, personModel())).resolves.toBeUndefined();
});
