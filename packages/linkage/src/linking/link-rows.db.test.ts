import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pairExplainer } from "#explanation";
import { personModel } from "#indonesia";
import { prepareRegistry } from "#registry";
import { syntheticLists } from "#testing";
import { linkRows } from "./index.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "linkage-"));
});
afterAll(() => rm(folder, { recursive: true }));

const { left, right } = syntheticLists(2000, 5);
const village = right.slice(0, 150);
const whoOf = new Map([...left, ...right].map((person) => [person.id, person.who]));
const model = personModel();

describe("a village list against a registry", () => {
  test("finds its people: precision at least 0.99 and recall at least 0.95", async () => {
    const { links } = await linkRows({ left, right: village, model, threads: 1 });
    const chosen = links.filter((link) => link.chosen);
    const correct = chosen.filter((link) => whoOf.get(link.leftId) === whoOf.get(link.rightId));
    const present = village.filter((person) => left.some((other) => other.who === person.who));
    expect(present.length).toBeGreaterThan(40);
    expect(correct.length / chosen.length).toBeGreaterThanOrEqual(0.99);
    expect(correct.length / present.length).toBeGreaterThanOrEqual(0.95);
  });

  test("gives the same links from a prepared file as from rows", async () => {
    const path = join(folder, "registry.duckdb");
    expect(await prepareRegistry({ path, source: { rows: left }, model, threads: 1 })).toEqual({
      path,
      rows: 2000,
    });
    expect(await readdir(folder)).toEqual(["registry.duckdb"]);
    const [a, b] = await Promise.all([
      linkRows({ left: { registry: path }, right: village }),
      linkRows({ left: { registry: path }, right: village }),
    ]);
    expect(a).toEqual(b);
    const fromRows = await linkRows({ left, right: village, model });
    const pairs = (result: typeof a) =>
      result.links.filter((l) => l.chosen && l.probability > 0.99).map((l) => [l.leftId, l.rightId]);
    expect(pairs(a).length).toBeGreaterThan(40);
    expect(pairs(fromRows)).toEqual(pairs(a));
  });

  test("says the same about a pair as the explanation without a database", async () => {
    const { links } = await linkRows({ left, right: village, model, threads: 1 });
    const explain = pairExplainer(model);
    const record = new Map([...left, ...village].map((person) => [person.id, person]));
    for (const link of links) {
      const alone = explain(record.get(link.leftId)!, record.get(link.rightId)!);
      expect(alone.evidence.map((e) => [e.comparison, e.level, e.given])).toEqual(
        link.evidence.map((e) => [e.comparison, e.level, e.given]),
      );
      alone.evidence.forEach((e, i) =>
        expect(e.bits).toBeCloseTo((link.evidence[i]?.bits ?? 0) - (link.evidence[i]?.rarenessBits ?? 0), 6),
      );
    }
  });

  test("adds evidence and prior up to the weight", async () => {
    const { links, rows } = await linkRows({ left, right: village, model, threads: 1, matchRate: 0.5 });
    const prior = Math.log2(0.5 / rows.left / (1 - 0.5 / rows.left));
    for (const link of links) {
      expect(link.evidence.reduce((sum, e) => sum + e.bits, prior)).toBeCloseTo(link.weight, 3);
    }
  });

  test("names the rivals of a row and lets them share the probability", async () => {
    const person = left[0]!;
    const twin = { ...person, id: "twin" };
    const { links } = await linkRows({
      left: [person, twin, ...left.slice(1, 200)],
      right: [{ ...person, id: "row" }],
      model,
      threads: 1,
    });
    expect(links).toHaveLength(2);
    expect(links[0]?.rivals.map((rival) => rival.leftId)).toEqual([links[1]?.leftId]);
    expect(links[0]?.probability).toBeCloseTo(0.5, 1);
    expect(links.filter((link) => link.chosen)).toHaveLength(1);
  });

  test("is honest about an empty list and about a person nobody knows", async () => {
    expect((await linkRows({ left, right: [], model })).links).toEqual([]);
    expect((await linkRows({ left, right: [{ id: "x", name: "Qwertz Yxcvb" }], model })).links).toEqual([]);
  });

  test("refuses repeated and missing ids without naming any value", async () => {
    await expect(linkRows({ left, right: [village[0]!, village[0]!], model })).rejects.toMatchObject({
      code: "ids-not-unique",
    });
    await expect(linkRows({ left, right: [{ ...village[0]!, id: " " }], model })).rejects.toMatchObject({
      code: "ids-not-unique",
    });
  });

  test("refuses a registry that is not there", async () => {
    await expect(
      linkRows({ left: { registry: join(folder, "none.duckdb") }, right: village }),
    ).rejects.toMatchObject({ code: "file-unreadable" });
  });
});
