import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { syntheticLists, syntheticTypes } from "#testing";
import { dedupeList, linkLists } from "./index.ts";

const { left, right } = syntheticLists(3000, 17);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuwai-quality-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("quality without labels", () => {
  test("of a linkage is near the truth: precision within one in a hundred, matches within two", async () => {
    const out = join(folder, "links.csv");
    const lists = {
      left: { rows: left },
      right: { rows: right },
      types: syntheticTypes,
      preset: "indonesia",
    } as const;
    const report = await linkLists({ ...lists, out, threads: 1, quality: true });
    const who = new Map([...left, ...right].map((person) => [person.id, person.who]));
    const links = (await readFile(out, "utf8")).trim().split("\n").slice(1);
    const correct = links.filter((line) => {
      const [l = "", r = ""] = line.split(",");
      return who.get(l) === who.get(r);
    }).length;
    const there = new Set(left.map((person) => person.who));
    const matches = right.filter((person) => there.has(person.who)).length;
    const { quality } = report;
    expect(Math.abs((quality?.estimatedPrecision ?? 0) - correct / links.length)).toBeLessThan(0.01);
    expect(Math.abs((quality?.expectedMatches ?? 0) / matches - 1)).toBeLessThan(0.02);
    expect(quality?.matchRates.map((rates) => rates.by)).toEqual(["place", "sex", "birth decade"]);
    expect(quality?.matchRates[0]?.groups.reduce((sum, group) => sum + group.rows, 0)).toBe(right.length);
    expect(report.model.provenance?.quality?.estimatedPrecision).toBe(quality?.estimatedPrecision);
    expect(quality?.drift).toBeUndefined();
  });

  test("finds rows that say too little to be linked at all, and drift against a model trained on other lists", async () => {
    const bare = {
      id: "R-bare",
      name: "",
      nik: "",
      familyCard: "",
      birthDate: "",
      sex: "P",
      villageCode: "",
      address: "",
    };
    const out = join(folder, "links2.csv");
    const lists = {
      left: { rows: left },
      types: syntheticTypes,
      preset: "indonesia",
      out,
      threads: 1,
    } as const;
    const first = await linkLists({ ...lists, right: { rows: right } });
    const sex = first.model.comparisons.find((comparison) => comparison.name === "sex")!;
    sex.levels[0]!.u = { otherwise: 0.1 };
    const next = await linkLists({
      ...lists,
      right: { rows: [...right, bare] },
      model: first.model,
      quality: true,
    });
    expect(next.quality?.unlinkableRows).toBeGreaterThanOrEqual(1);
    const drift = next.quality?.drift?.find((level) => level.comparison === "sex" && level.level === "same");
    expect(drift?.byU).toBeLessThan(-2);
  });

  test("of a search for duplicates counts clusters by size, every record in one", async () => {
    const out = join(folder, "clusters.csv");
    const input = { rows: [...left.slice(1500), ...right.slice(0, 1000)] };
    const { quality } = await dedupeList({
      input,
      types: syntheticTypes,
      preset: "indonesia",
      out,
      threads: 1,
      quality: true,
    });
    const records = quality?.clusterSizes.reduce((sum, { size, clusters }) => sum + size * clusters, 0);
    expect(records).toBe(2500);
    expect(quality?.estimatedPrecision).toBeGreaterThan(0.9);
  });
});
