import { createQueryId, RawNode } from "kysely";
import { expect, test } from "vitest";
import { rowNames } from "./row-names.ts";

const resultOf = async (rows: Record<string, unknown>[]) =>
  (await rowNames.transformResult({ result: { rows }, queryId: createQueryId() })).rows;

test("a column is read in camelCase", async () => {
  expect(await resultOf([{ person_id: "a", line_no: 1, area_km2: 2, id: "b" }])).toEqual([
    { personId: "a", lineNo: 1, areaKm2: 2, id: "b" },
  ]);
});

test("what jsonb holds is content and keeps its keys", async () => {
  expect(await resultOf([{ raw_details: { as_read: [{ full_name: "x" }] } }])).toEqual([
    { rawDetails: { as_read: [{ full_name: "x" }] } },
  ]);
});

test("a statement goes to the database as it was written", () => {
  const node = RawNode.createWithSql('select "emailVerified" from t');
  expect(rowNames.transformQuery({ node, queryId: createQueryId() })).toBe(node);
});

test("no rows stay no rows", async () => {
  expect(await resultOf([])).toEqual([]);
});
