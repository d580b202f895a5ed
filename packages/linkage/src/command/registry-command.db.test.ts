import { spawn, spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { syntheticLists, type SyntheticPerson } from "#testing";

const bin = fileURLToPath(new URL("../../bin/tuwai-linkage.js", import.meta.url));
const run = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" });
const { left, right } = syntheticLists(1200, 9);
const village = right.slice(0, 200);
const described = (columns: readonly string[]) => {
  const meanings = ["full-name", "national-id", "household-id", "birth-date", "sex", "place", "address"];
  return JSON.stringify(Object.fromEntries(columns.map((column, i) => [column, meanings[i]])));
};
const registryColumns = ["name", "nik", "kk", "dob", "sex", "village", "address"];
const listColumns = ["NAMA", "NIK", "NO_KK", "TGL_LHR", "JK", "DESA", "ALAMAT"];

let folder: string;
const at = (name: string) => join(folder, name);
const write = (name: string, columns: readonly string[], rows: readonly SyntheticPerson[]) => {
  const lines = rows.map((p) =>
    [p.id, p.name, p.nik, p.familyCard, p.birthDate, p.sex, p.villageCode, p.address].join(";"),
  );
  return writeFile(at(name), [["id", ...columns].join(";"), ...lines].join("\n"));
};
const prepare = [
  "prepare",
  "left.csv",
  "--id",
  "id",
  "--types",
  described(registryColumns),
  "--preset",
  "indonesia",
  "--out",
  "registry.duckdb",
];
const inFolder = (args: readonly string[]) =>
  args.map((arg) => (/\.(csv|duckdb)$/.test(arg) ? at(arg) : arg));
const link = (out: string, ...more: string[]) =>
  run(
    ...inFolder(["link", "--registry", "registry.duckdb", "village.csv", "--id", "id"]),
    "--types",
    described(listColumns),
    "--out",
    at(out),
    ...more,
  );

const count = async (name: string) => (await readFile(at(name), "utf8")).trim().split("\n").length;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuwai-linkage-registry-"));
  await write("left.csv", registryColumns, left);
  await write("village.csv", listColumns, village);
  expect(run(...inFolder(prepare)).status).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

describe("tuwai-linkage prepare, link --registry and update", () => {
  test("find a village list's people in a registry whose columns have other names", async () => {
    const { status, stdout } = link("links.csv", "--json", "--timings");
    expect(status).toBe(0);
    const lines = (await readFile(at("links.csv"), "utf8")).trim().split("\n");
    expect(lines[0]).toBe("left_id,right_id,probability,weight");
    expect(lines.slice(1)).toEqual(lines.slice(1).toSorted());
    const who = new Map([...left, ...right].map((p) => [p.id, p.who]));
    const links = lines.slice(1).map((line) => line.split(","));
    expect(links.length).toBeGreaterThan(90);
    expect(
      links.filter(([l, r]) => who.get(l ?? "") === who.get(r ?? "")).length / links.length,
    ).toBeGreaterThan(0.97);
    const summary = JSON.parse(stdout) as { rows: object; links: number; timings: { stage: string }[] };
    expect(summary).toMatchObject({ rows: { left: 1200, right: 200 }, links: links.length });
    expect(summary.timings.map((time) => time.stage)).toContain("scored");
  });

  test("give the same bytes whatever the threads and the memory limit", async () => {
    link("one.csv", "--threads", "1", "--memory", "300MB");
    link("four.csv", "--threads", "4");
    expect(await readFile(at("one.csv"), "utf8")).toBe(await readFile(at("four.csv"), "utf8"));
  });

  test("give more links by pair than one to one", async () => {
    link("all.csv", "--assign", "links", "--threshold", "0.01");
    link("single.csv", "--threshold", "0.01");
    expect(await count("all.csv")).toBeGreaterThanOrEqual(await count("single.csv"));
  });

  test("take in people who came, and let go of those who went", async () => {
    await copyFile(at("registry.duckdb"), at("kept.duckdb"));
    const rows = syntheticLists(300, 77)
      .left.slice(0, 60)
      .map((p) => ({ ...p, id: `N${p.id}` }));
    await write("came.csv", registryColumns, rows);
    await writeFile(
      at("went.csv"),
      `id\n${left
        .slice(0, 40)
        .map((p) => p.id)
        .join("\n")}\n`,
    );
    const { status, stdout } = run(
      ...inFolder(["update", "registry.duckdb", "came.csv", "--delete", "went.csv", "--id", "id", "--json"]),
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ rows: 1220, added: 60, replaced: 0, deleted: 40, unknown: 0 });
    await write("village.csv", listColumns, rows);
    link("found.csv");
    const found = (await readFile(at("found.csv"), "utf8")).trim().split("\n").slice(1);
    expect(found.filter((line) => line.split(",")[0] === line.split(",")[1]).length).toBeGreaterThan(50);
    await write("village.csv", listColumns, village);
    await copyFile(at("kept.duckdb"), at("registry.duckdb"));
  });

  test("killed in the middle of preparing leave the old registry as it was, and a rerun works", async () => {
    link("before.csv");
    const old = await readFile(at("registry.duckdb"));
    for (const delay of [200, 500, 900]) {
      const child = spawn(process.execPath, [bin, ...inFolder(prepare)], { stdio: "ignore" });
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await wait(delay);
      child.kill("SIGKILL");
      await ended;
      if ((await readFile(at("registry.duckdb"))).equals(old)) continue;
      expect(link("after.csv").status).toBe(0);
    }
    expect(run(...inFolder(prepare)).status).toBe(0);
    link("after.csv");
    expect(await readFile(at("after.csv"), "utf8")).toBe(await readFile(at("before.csv"), "utf8"));
    expect((await readdir(folder)).filter((name) => name.includes("unfinished"))).toEqual([]);
  });
});

describe("tuwai-linkage refuses", () => {
  test("a registry without a model, an update without a change, a list that is no registry", async () => {
    const types = described(registryColumns);
    const bare = ["prepare", at("left.csv"), "--id", "id", "--types", types, "--out", at("x.duckdb")];
    expect(run(...bare).status).toBe(64);
    expect(run("update", at("registry.duckdb"), "--id", "id").status).toBe(64);
    const wrong = run("update", at("left.csv"), at("left.csv"), "--id", "id", "--json");
    expect(wrong.status).toBe(2);
    expect(wrong.stdout).toContain('"file-unreadable"');
    expect(existsSync(at("x.duckdb"))).toBe(false);
  });

  test("a memory limit too small for the lists, naming the limit, with 2 and without an output", async () => {
    const result = run(
      "link",
      at("left.csv"),
      at("village.csv"),
      "--id",
      "id",
      "--out",
      at("never.csv"),
      "--json",
      "--types",
      '{"name":"full-name"}',
      "--memory",
      "2MB",
      "--spill",
      "none",
    );
    expect(result.status).toBe(2);
    const { error } = JSON.parse(result.stdout) as { error: { code: string; message: string } };
    expect(error.code).toBe("memory-too-small");
    expect(error.message).toContain("2MB");
    expect(existsSync(at("never.csv"))).toBe(false);
  });
});
