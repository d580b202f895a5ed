import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateRows } from "#generator";
import { dedupeList, linkLists } from "#linking";
import type { ColumnMeanings } from "#meanings";
import { chdbSession, syntheticTypes } from "#testing";
import { clickHouseSession, dedupeInClickHouse, linkInClickHouse } from "./index.ts";

const session = chdbSession();
const connect = clickHouseSession(session);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "clickhouse-"));
});
afterAll(async () => {
  session.close();
  await rm(folder, { recursive: true });
});

const file = (name: string) => ({
  file: fileURLToPath(new URL(`../../testdata/febrl/${name}.csv`, import.meta.url)),
  id: "rec_id",
});
const febrlTypes: ColumnMeanings = {
  given_name: "given-name",
  surname: "surname",
  street_number: "address",
  address_1: "address",
  address_2: "address",
  suburb: "place",
  postcode: "postcode",
  state: "place",
  date_of_birth: "birth-date",
  soc_sec_id: "national-id",
};

function city(size: number) {
  const rows = [...generateRows({ left: size, right: size, seed: 5 })].map(({ list, row }) => ({
    list,
    row: { ...row },
  }));
  const of = (side: "left" | "right") => ({
    rows: rows.filter(({ list }) => list === side).map(({ row }) => row),
  });
  return { left: of("left"), right: of("right"), types: syntheticTypes, preset: "indonesia" as const };
}

const lines = async (path: string) =>
  (await readFile(path, "utf8"))
    .trim()
    .split("\n")
    .map((line) => line.split(","));

/** The same pairs in the same order; probability and weight to a millionth. */
async function expectSameLinks(theirs: string, ours: string) {
  const [a, b] = [await lines(theirs), await lines(ours)];
  expect(a.map((line) => line.slice(0, 2))).toEqual(b.map((line) => line.slice(0, 2)));
  const apart = a.map((line, i) =>
    Math.max(...[2, 3].map((at) => (i === 0 ? 0 : Math.abs(Number(line[at]) - Number(b[i]?.[at]))))),
  );
  expect(Math.max(...apart)).toBeLessThanOrEqual(1.000_001e-6);
}

test("a city of 20,000 rows a list gets the links of the DuckDB engine, trained from nothing on both", async () => {
  const lists = city(20_000);
  const [duckdb, clickhouse] = [join(folder, "city-d.csv"), join(folder, "city-c.csv")];
  const mine = await linkLists({ ...lists, out: duckdb });
  const theirs = await linkInClickHouse({ ...lists, connect, out: clickhouse });
  expect(theirs.links).toBeGreaterThan(11_000);
  expect([theirs.pairs, theirs.links]).toEqual([mine.pairs, mine.links]);
  expect(theirs.model.provenance?.engine).toMatch(/^clickhouse \d/);
  await expectSameLinks(clickhouse, duckdb);
});

test("FEBRL 4 by column meaning gets the links of the DuckDB engine", async () => {
  const lists = { left: file("dataset4a"), right: file("dataset4b"), types: febrlTypes };
  const [duckdb, clickhouse] = [join(folder, "f4-d.csv"), join(folder, "f4-c.csv")];
  const mine = await linkLists({ ...lists, out: duckdb });
  const theirs = await linkInClickHouse({ ...lists, connect, out: clickhouse });
  expect([theirs.pairs, theirs.links]).toEqual([mine.pairs, mine.links]);
  expect(theirs.reasons).toEqual(mine.reasons);
  await expectSameLinks(clickhouse, duckdb);
});

test("FEBRL 3 gets the clusters of the DuckDB engine", async () => {
  const options = { input: file("dataset3"), types: febrlTypes };
  const [duckdb, clickhouse] = [join(folder, "f3-d.csv"), join(folder, "f3-c.csv")];
  const mine = await dedupeList({ ...options, out: duckdb });
  const theirs = await dedupeInClickHouse({ ...options, connect, out: clickhouse });
  expect([theirs.pairs, theirs.links, theirs.clusters]).toEqual([mine.pairs, mine.links, mine.clusters]);
  expect(await readFile(clickhouse, "utf8")).toBe(await readFile(duckdb, "utf8"));
});
