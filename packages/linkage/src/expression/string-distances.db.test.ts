import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "#duckdb";
import { compileEvaluator, compileSql, duckdbDialect, literalSql, row, type Expression } from "./index.ts";

let db: Database;
beforeAll(async () => {
  db = await openDatabase({ threads: 1 });
});
afterAll(() => db.close());

const word = fc.string({ unit: fc.constantFrom(..."ABCDEI01 ".split("")), minLength: 0, maxLength: 14 });
const pairs = fc.sample(fc.tuple(word, word), { numRuns: 4000, seed: 7 });

async function holdEqual(expression: Expression, rows: readonly (readonly [string, string])[]) {
  const values = rows.map(([a, b], i) => `(${i}, ${literalSql(a)}, ${literalSql(b)})`).join(", ");
  const sql = `SELECT ${compileSql(expression, duckdbDialect)} AS result FROM (VALUES ${values}) t(n, a, b) ORDER BY n`;
  const results = await db.rows(sql);
  const evaluate = compileEvaluator(expression);
  rows.forEach(([a, b], i) => {
    const mine = evaluate({ row: { a, b } });
    const theirs = results[i]?.["result"];
    if (typeof mine === "number") expect(theirs, `${a} / ${b}`).toBeCloseTo(mine, 10);
    else expect(theirs, `${a} / ${b}`).toEqual(typeof mine === "bigint" ? Number(mine) : mine);
  });
}

test.each(["jaro-winkler", "levenshtein", "damerau"] as const)(
  "%s is the same number in JavaScript and in DuckDB",
  async (name) => {
    await holdEqual(
      [name, row("a"), row("b")],
      pairs.filter(([a, b]) => a !== "" && b !== ""),
    );
  },
);

test("jaccard is the same number in JavaScript and in DuckDB, with empty texts and accents", async () => {
  const accents = pairs.slice(0, 500).map(([a, b]) => [`é${a}`, `è${b}`] as const);
  await holdEqual(["jaccard", row("a"), row("b")], [...pairs, ...accents]);
});

test("hamming is the same number in JavaScript and in DuckDB", async () => {
  const equalLengths = pairs.map(
    ([a, b]) => [a.slice(0, Math.min(a.length, b.length)), b.slice(0, Math.min(a.length, b.length))] as const,
  );
  await holdEqual(
    ["hamming", row("a"), row("b")],
    equalLengths.filter(([a]) => a !== ""),
  );
});

test.each([
  ["token-count", ["token-count", row("a")]],
  ["token 1", ["token", row("a"), 1]],
  ["last token", ["token", row("a"), -1]],
  ["token-mask", ["token-mask", row("a"), 1]],
  ["token-mask by endings", ["token-mask", row("a"), 2]],
  ["substring", ["substring", row("a"), 2, 3]],
  ["substring from the end", ["substring", row("a"), -2]],
  ["translate", ["translate", row("a"), "ABC", "XY"]],
  ["integer", ["integer", row("b")]],
  ["regex-extract", ["regex-extract", row("a"), "([0-9]+)([A-Z])", 2]],
  ["trim", ["trim", row("a")]],
] satisfies [string, Expression][])("%s is the same in JavaScript and in DuckDB", async (_, expression) => {
  await holdEqual(expression, pairs);
});

test("folding case and accents agrees for every letter of the basic plane that can end up as A to Z", async () => {
  const letters = Array.from({ length: 0xffff - 0x20 }, (_, i) => i + 0x20)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => [String.fromCodePoint(code), ""] as const);
  const latinOnly: Expression = ["regex-replace", ["fold", row("a")], "[^A-Z]+", ""];
  await holdEqual(latinOnly, letters);
});
