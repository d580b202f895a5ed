import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { syntheticLists, type SyntheticPerson } from "#testing";

const bin = fileURLToPath(new URL("../../bin/tuwai-linkage.js", import.meta.url));
const run = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" });
const types = JSON.stringify({
  name: "full-name",
  nik: "national-id",
  kk: "household-id",
  dob: "birth-date",
  sex: "sex",
  village: "place",
  address: "address",
});
const { left, right } = syntheticLists(900, 31);
const who = new Map([...left, ...right].map((person) => [person.id, person.who]));
const csv = (rows: readonly SyntheticPerson[]) =>
  ["id,name,nik,kk,dob,sex,village,address"]
    .concat(
      rows.map((p) =>
        [p.id, `"${p.name}"`, p.nik, p.familyCard, p.birthDate, p.sex, p.villageCode, p.address].join(","),
      ),
    )
    .join("\n");

let folder: string;
const at = (name: string) => join(folder, name);
const source = ["--id", "id", "--types", types, "--preset", "indonesia"];
const link = (out: string, ...more: string[]) =>
  run("link", at("left.csv"), at("right.csv"), ...source, "--out", at(out), ...more);
const table = async (name: string) =>
  (await readFile(at(name), "utf8"))
    .trim()
    .split("\n")
    .map((line) => line.split(","));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuwai-judgement-"));
  await writeFile(at("left.csv"), csv(left));
  await writeFile(at("right.csv"), csv(right));
});
afterAll(() => rm(folder, { recursive: true }));

describe("from links to people and back", () => {
  test("a report holds the quality of the run", async () => {
    expect(link("links.csv", "--report", at("report.json")).status).toBe(0);
    const report = JSON.parse(await readFile(at("report.json"), "utf8")) as {
      quality: { estimatedPrecision: number; matchRates: unknown[] };
    };
    expect(report.quality.estimatedPrecision).toBeGreaterThan(0.95);
    expect(report.quality.matchRates).toHaveLength(3);
  });

  test("a blind queue goes out, decisions come back, bind the links and measure them", async () => {
    link("candidates.csv", "--assign", "links", "--threshold", "0.01");
    const review = run("review", at("candidates.csv"), "--size", "120", "--blind", "--out", at("queue.csv"));
    expect(review.stdout).toContain("pairs");
    const [head, ...items] = await table("queue.csv");
    expect(head).toEqual(["left_id", "right_id"]);
    const decisions = items.flatMap(([l = "", r = ""]) => {
      const verdict = who.get(l) === who.get(r) ? "same" : "different";
      return ["ani", "budi"].map((reviewer) => [l, r, verdict, reviewer, "2026-11-22T08:00:00Z"].join(","));
    });
    await writeFile(at("decisions.csv"), ["left_id,right_id,verdict,reviewer,at", ...decisions].join("\n"));
    const measured = run("evaluate", at("candidates.csv"), "--decisions", at("decisions.csv"), "--json");
    const { precision, reviewed } = JSON.parse(measured.stdout) as {
      precision: { value: number; low: number; high: number };
      reviewed: number;
    };
    const candidates = (await table("candidates.csv")).slice(1).filter((row) => Number(row[2]) >= 0.5);
    const truth =
      candidates.filter(([l = "", r = ""]) => who.get(l) === who.get(r)).length / candidates.length;
    expect(reviewed).toBe(items.length);
    expect(precision.low).toBeLessThanOrEqual(truth);
    expect(precision.high).toBeGreaterThanOrEqual(truth);
    expect(link("bound.csv", "--decisions", at("decisions.csv")).status).toBe(0);
    const bound = new Set((await table("bound.csv")).map(([l, r]) => `${l} ${r}`));
    for (const [l = "", r = ""] of items) expect(bound.has(`${l} ${r}`)).toBe(who.get(l) === who.get(r));
    const trained = run(
      "train",
      at("left.csv"),
      at("right.csv"),
      ...source,
      "--labels",
      at("decisions.csv"),
      "--out",
      at("model.json"),
    );
    expect(trained.status).toBe(0);
    expect(trained.stderr).toContain("labelled matches");
    expect(link("by-labels.csv", "--model", at("model.json")).status).toBe(0);
    const changed = run("diff", at("model.json"), at("model.json"));
    expect(changed.stdout).toBe("no difference\n");
  });

  test("evaluation prints a table and writes the curve", async () => {
    const byPerson = new Map(left.map((person) => [person.who, person.id]));
    const pairs = right.flatMap((p) => (byPerson.has(p.who) ? [`${byPerson.get(p.who)},${p.id}`] : []));
    await writeFile(at("truth.csv"), ["left_id,right_id", ...pairs].join("\n"));
    const result = run("evaluate", at("candidates.csv"), at("truth.csv"), "--curve", at("curve.csv"));
    expect(result.stdout.split("\n")[0]).toMatch(/precision +recall +F1 +found +right +true/);
    const curve = await table("curve.csv");
    expect(curve[0]).toEqual(["threshold", "found", "right", "precision", "recall", "f1"]);
    const recalls = curve.slice(1).map((row) => Number(row[4]));
    expect(recalls).toEqual(recalls.toSorted((a, b) => b - a));
  });
});

describe("tuwai-linkage explain", () => {
  const [person] = left;
  const record = (name: string) =>
    JSON.stringify({ name, nik: "", kk: "", dob: person?.birthDate, sex: "P" });

  test("names the frequency of a name from a prepared list, in both languages", () => {
    const prepared = run("prepare", at("left.csv"), ...source, "--out", at("registry.duckdb"));
    expect(prepared.status).toBe(0);
    const name = person?.name ?? "";
    const said = (language: string) =>
      run("explain", record(name), record(name), "--registry", at("registry.duckdb"), "--language", language);
    expect(said("id").stdout).toMatch(/nama sama \(.*: [0-9,]+ per 1\.000\)/);
    expect(said("en").stdout).toMatch(/same name \(.*: [0-9.]+ per 1,000\)/);
    expect(said("fr").status).toBe(64);
  });

  test("gives waterfall, advice and differences as data with --json", () => {
    const { stdout } = run("explain", '{"name":"DJOKO"}', '{"name":"JOKO"}', "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      waterfall: expect.arrayContaining([expect.objectContaining({ kind: "sum" })]) as unknown,
      advice: { patterns: ["thin"] },
      differences: [{ input: "name", left: "DJOKO", right: "JOKO" }],
    });
  });
});

test("a file of decisions with an unknown verdict is refused by line", async () => {
  await writeFile(at("odd.csv"), "left_id,right_id,verdict,reviewer,at\nL1,R1,maybe,ani,2026-11-22\n");
  const { status, stdout } = link("never.csv", "--decisions", at("odd.csv"), "--json");
  expect({ status, code: (JSON.parse(stdout) as { error: { code: string } }).error.code }).toEqual({
    status: 2,
    code: "labels-invalid",
  });
});
