import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { syntheticLists, syntheticTypes } from "#testing";
import { dedupeList, linkLists } from "./index.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "linkage-bytes-"));
});
afterAll(() => rm(folder, { recursive: true }));

const { left, right } = syntheticLists(3000, 41);
const limits = [
  { threads: 1, memory: "300MB" },
  { threads: 2, memory: "600MB" },
  { threads: 4 },
  { threads: 4, memory: "300MB" },
];
const shuffled = <T>(rows: readonly T[]) => rows.map((_, i) => rows[(i * 7919) % rows.length] as T);

/** Everything a run says of itself but what its steps cost. */
const said = <Report extends { times: unknown }>(report: Report) => ({ ...report, times: [] });

test("the same lists, model and seed give the same links and the same report, whatever threads, memory and row order", async () => {
  const out = join(folder, "links.csv");
  const run = async (a: typeof left, b: typeof right, more: object) => {
    const report = await linkLists({
      left: { rows: a },
      right: { rows: b },
      types: syntheticTypes,
      preset: "indonesia",
      out,
      ...more,
    });
    return { bytes: await readFile(out, "utf8"), report: said(report) };
  };
  const first = await run(left, right, {});
  expect(first.bytes.split("\n").length).toBeGreaterThan(1000);
  for (const limit of limits) expect(await run(shuffled(left), right, limit)).toEqual(first);
  const other = await run(left, right, { seed: 2 });
  expect(other.report).not.toEqual(first.report);
});

test("the same list gives the same clusters, whatever threads, memory and row order", async () => {
  const out = join(folder, "clusters.csv");
  const rows = [...left, ...right];
  const run = async (input: typeof rows, more: object) => {
    const report = await dedupeList({
      input: { rows: input },
      types: syntheticTypes,
      preset: "indonesia",
      out,
      ...more,
    });
    return { bytes: await readFile(out, "utf8"), report: said(report) };
  };
  const first = await run(rows, {});
  expect(first.bytes.split("\n")).toHaveLength(rows.length + 2);
  for (const limit of limits) expect(await run(shuffled(rows), limit)).toEqual(first);
});

test("and leaves nothing but its result", async () => {
  expect((await readdir(folder)).toSorted()).toEqual(["clusters.csv", "links.csv"]);
});
