import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision, Verdict } from "#review";
import { syntheticLists, syntheticTypes } from "#testing";
import { dedupeList, linkLists, type Assignment } from "./index.ts";

const { left, right } = syntheticLists(600, 5);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuwai-decisions-"));
});
afterAll(() => rm(folder, { recursive: true }));

const settled = (leftId: string, rightId: string, verdict: Verdict): Decision[] =>
  ["ani", "budi"].map((reviewer) => ({ leftId, rightId, verdict, reviewer, at: "2026-11-22T08:00:00Z" }));
const lines = async (file: string) => (await readFile(file, "utf8")).trim().split("\n").slice(1);

async function links(assign: Assignment, decisions: Decision[]) {
  const out = join(folder, `${assign}.csv`);
  const options = {
    left: { rows: left },
    right: { rows: right },
    types: syntheticTypes,
    preset: "indonesia",
  } as const;
  const report = await linkLists({ ...options, assign, out, threads: 1, decisions: { decisions } });
  return { report, rows: (await lines(out)).map((line) => line.split(",")) };
}

describe("what people settled holds whatever the score", () => {
  test.each(["best", "one-to-one"] as const)("in %s", async (assign) => {
    const before = await links(assign, []);
    const [l = "", r = ""] = before.rows[0] ?? [];
    const stranger = right.find((person) => before.rows.every((row) => row[1] !== person.id))?.id ?? "";
    const after = await links(assign, [
      ...settled(l, r, "different"),
      ...settled(l, stranger, "same"),
      ...settled("gone", r, "same"),
    ]);
    expect(after.rows.some((row) => row[0] === l && row[1] === r)).toBe(false);
    expect(after.rows.find((row) => row[0] === l && row[1] === stranger)?.[2]).toBe("1.000000");
    expect(after.report.decisions).toEqual({ together: 1, apart: 1, aboutOthers: 1, open: 0, conflicts: 0 });
  });

  test("in clusters", async () => {
    const out = join(folder, "clusters.csv");
    const list = [...left.slice(240, 440), ...right.slice(0, 200)];
    const run = (decisions: Decision[]) =>
      dedupeList({
        input: { rows: list },
        types: syntheticTypes,
        preset: "indonesia",
        out,
        threads: 1,
        decisions: { decisions },
      });
    await run([]);
    const clusters = new Map((await lines(out)).map((line) => line.split(",") as [string, string]));
    const [pair] = [...clusters].filter(([id, cluster]) => id !== cluster);
    const [id = "", cluster = ""] = pair ?? [];
    const other = [...clusters].find(([single, own]) => single === own && own !== cluster)?.[0] ?? "";
    await run([...settled(id, cluster, "different"), ...settled(other, id, "same")]);
    const after = new Map((await lines(out)).map((line) => line.split(",") as [string, string]));
    expect(after.get(id)).not.toBe(after.get(cluster));
    expect(after.get(id)).toBe(after.get(other));
  });

  test("and decisions that cannot all hold end the run before anything is written", async () => {
    const [a, b] = [right[0]!, right[1]!];
    const decisions = [...settled(left[0]!.id, a.id, "same"), ...settled(left[0]!.id, b.id, "same")];
    await expect(links("one-to-one", decisions)).rejects.toMatchObject({ code: "decisions-conflict" });
  });
});
