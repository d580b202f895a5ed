import { afterAll, beforeAll, expect, test } from "vitest";
import { compileEvaluator, compileSql, row, type Expression } from "#expression";
import { personModel } from "#indonesia";
import { chdbSession } from "#testing";
import {
  clickHouseSession,
  engineCheck,
  linkInClickHouse,
  openClickHouse,
  type ClickHouseEngine,
  type ConnectClickHouse,
} from "./index.ts";

const session = chdbSession();
let engine: ClickHouseEngine;
beforeAll(async () => {
  engine = await openClickHouse(clickHouseSession(session));
});
afterAll(async () => {
  await engine.close();
  session.close();
});

test("ClickHouse gives every number of the reference, to the last bit", async () => {
  const check = await engineCheck(engine);
  expect(check.differs).toEqual([]);
  expect(check.agrees).toEqual(expect.arrayContaining(["jaro-winkler", "damerau", "fold", "token-mask"]));
});

const own = ([a, b]: readonly string[]) => `jaroWinklerSimilarity(${a}, ${b})`;

test("ClickHouse's own Jaro–Winkler is another one: without our spelling the check would say so", async () => {
  const { functions } = engine.dialect;
  const plain = {
    ...engine,
    dialect: { ...engine.dialect, functions: { ...functions, "jaro-winkler": own } },
  };
  const { differs } = await engineCheck(plain);
  expect(differs.map((difference) => difference.function)).toEqual(["jaro-winkler"]);
});

test("folding case and accents agrees for every letter of the basic plane that can end up as A to Z", async () => {
  const letters = Array.from({ length: 0xffff - 0x20 }, (_, i) => i + 0x20)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => [String.fromCodePoint(code), null] as const);
  const latinOnly: Expression = ["regex-replace", ["fold", row("a")], "[^A-Z]+", ""];
  const from = engine.dialect.inlinePairs(letters);
  const rows = await engine.rows(
    `SELECT ${compileSql(latinOnly, engine.dialect)} AS result FROM ${from} ORDER BY n`,
  );
  const evaluate = compileEvaluator(latinOnly);
  const different = letters.filter(([a], i) => rows[i]?.["result"] !== evaluate({ row: { a } }));
  expect(different).toEqual([]);
});

test("the same records are sampled as in DuckDB: the hash of a number is DuckDB's", async () => {
  const { dialect } = engine;
  const { a, b } = await engine.one(
    `SELECT toString(${dialect.sampleHash("1")}) AS a, toString(${dialect.sampleHash("7920")}) AS b`,
  );
  expect([a, b]).toEqual(["4717996019076358352", "13000565220818327098"]);
});

/** A ClickHouse whose function for accents does nothing. */
const withoutAccents: ConnectClickHouse = async (database) => {
  const connection = await clickHouseSession(session)(database);
  return {
    ...connection,
    rows: (sql) => connection.rows(sql.replaceAll("removeDiacriticsUTF8", "toString")),
  };
};

test("a run on a ClickHouse that works out a function otherwise is refused by the function's name", async () => {
  const run = linkInClickHouse({
    connect: withoutAccents,
    left: { rows: [{ id: "1", name: "A" }] },
    right: { rows: [{ id: "2", name: "A" }] },
    types: { name: "full-name" },
    model: personModel(),
    out: "/nowhere/links.csv",
  });
  await expect(run).rejects.toMatchObject({ code: "engine-differs", details: { function: "fold" } });
});
