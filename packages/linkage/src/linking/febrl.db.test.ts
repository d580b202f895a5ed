import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluateClusters, evaluateLinks } from "#evaluation";
import type { ColumnMeanings } from "#meanings";
import { dedupeList, linkLists } from "./index.ts";

const types: ColumnMeanings = {
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
const file = (name: string) => fileURLToPath(new URL(`../../testdata/febrl/${name}.csv`, import.meta.url));
/** The truth stands in the id: rec-123-org and rec-123-dup-0 are one person. */
const entityOf = (id: string) => id.split("-")[1] ?? "";
const lines = async (path: string) =>
  (await readFile(path, "utf8"))
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
const idsOf = async (name: string) => (await lines(file(name))).map(([id = ""]) => id.trim());

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "febrl-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("FEBRL 4 by column meaning alone: one-to-one F1 at least 0.998", async () => {
  const out = join(folder, "links.csv");
  await linkLists({
    left: { file: file("dataset4a"), id: "rec_id" },
    right: { file: file("dataset4b"), id: "rec_id" },
    types,
    out,
  });
  const predicted = (await lines(out)).map(([left = "", right = ""]) => ({ left, right }));
  const rightOf = new Map((await idsOf("dataset4b")).map((id) => [entityOf(id), id]));
  const truth = (await idsOf("dataset4a")).map((left) => ({
    left,
    right: rightOf.get(entityOf(left)) ?? "",
  }));
  expect(evaluateLinks(predicted, truth).f1).toBeGreaterThanOrEqual(0.998);
});

test.each([
  ["dataset1", 0.997],
  ["dataset2", 0.997],
  ["dataset3", 0.995],
])("FEBRL %s by column meaning alone: cluster F1 at least %d", async (name, floor) => {
  const out = join(folder, `${name}.csv`);
  await dedupeList({ input: { file: file(name), id: "rec_id" }, types, out });
  const predicted = new Map((await lines(out)).map(([id = "", cluster = ""]) => [id, cluster]));
  const truth = new Map((await idsOf(name)).map((id) => [id, entityOf(id)]));
  expect(predicted.size).toBe(truth.size);
  expect(evaluateClusters(predicted, truth).pairs.f1).toBeGreaterThanOrEqual(floor);
});
