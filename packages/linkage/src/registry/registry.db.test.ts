import { copyFile, mkdtemp, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "#duckdb";
import { personModel } from "#indonesia";
import { linkRows } from "#linking";
import { syntheticLists } from "#testing";
import { describeRegistry, prepareRegistry, updateRegistry } from "./index.ts";

const { left, right } = syntheticLists(2000, 11);
const village = right.slice(0, 200);
const model = personModel();
let folder: string;
let prepared: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "linkage-registry-"));
  prepared = join(folder, "prepared");
  await prepareRegistry({ path: prepared, source: { rows: left }, model, threads: 1 });
});
beforeEach(async () => {
  path = join(folder, "registry.duckdb");
  await copyFile(prepared, path);
});
afterAll(() => rm(folder, { recursive: true }));

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "0"], { stdio: "ignore" });
  await new Promise((resolve) => child.once("exit", resolve));
  return child.pid ?? 0;
}

const linksWith = async (registry: string) => (await linkRows({ left: { registry }, right: village })).links;

describe("a registry says what it is", () => {
  test("its model, rows, engine, and when it was prepared", async () => {
    const header = await describeRegistry(path);
    expect(header).toMatchObject({ format: "linkage-registry/1", rows: 2000, updates: 0 });
    expect(header.engine).toMatch(/^duckdb /);
    expect(header.model.name).toBe(model.name);
    expect(Date.now() - Date.parse(header.builtAt)).toBeLessThan(120_000);
  });

  test("and is refused with what to do when model, format or engine are not what it was prepared for", async () => {
    const other = { ...model, blocking: model.blocking.slice(1) };
    await expect(linkRows({ left: { registry: path }, right: village, model: other })).rejects.toMatchObject({
      code: "registry-mismatch",
      message: expect.stringContaining("blocking rules") as string,
    });
    const retrained = { ...model, matchRate: 0.3 };
    expect(
      (await linkRows({ left: { registry: path }, right: village, model: retrained })).links.length,
    ).toBeGreaterThan(50);
    const change = async (sql: string) => {
      const db = await openDatabase({ path });
      await db.run(sql);
      db.close();
    };
    await change(`UPDATE registry SET header = replace(header, 'duckdb ', 'duckdb 0.')`);
    await expect(linksWith(path)).rejects.toMatchObject({
      code: "registry-mismatch",
      message: expect.stringMatching(/prepared by duckdb 0\..*prepare it again/) as string,
    });
    await change(`UPDATE registry SET header = replace(header, 'linkage-registry/1', 'linkage-registry/9')`);
    await expect(linksWith(path)).rejects.toMatchObject({
      message: expect.stringContaining("linkage-registry/9") as string,
    });
    await change(`CREATE OR REPLACE TABLE registry AS SELECT 'x' AS model`);
    await expect(linksWith(path)).rejects.toMatchObject({
      message: expect.stringContaining("older version") as string,
    });
    await change(`DROP TABLE registry`);
    await expect(linksWith(path)).rejects.toMatchObject({
      message: expect.stringContaining("no registry") as string,
    });
    await writeFile(path, "left_id,right_id");
    await expect(linksWith(path)).rejects.toMatchObject({ code: "file-unreadable" });
  });
});

describe("a month's changes", () => {
  const gone = left.slice(0, 150).map((person) => person.id);
  const moved = left.slice(150, 300).map((person) => ({ ...person, villageCode: "1371110001" }));
  const born = syntheticLists(300, 77).left.map((person) => ({ ...person, id: `N${person.id}` }));
  const changed = [...left.slice(300), ...moved, ...born];

  test("give the same links as a registry prepared from the changed list", async () => {
    const change = await updateRegistry({ path, upserts: { rows: [...moved, ...born] }, deletes: gone });
    expect(change).toEqual({ path, rows: 2150, added: 300, replaced: 150, deleted: 150, unknown: 0 });
    expect(await describeRegistry(path)).toMatchObject({ rows: 2150, updates: 1, nextId: 2450 });
    const anew = join(folder, "anew");
    await prepareRegistry({ path: anew, source: { rows: changed }, model });
    const [updated, fresh] = [await linksWith(path), await linksWith(anew)];
    expect(updated.length).toBeGreaterThan(80);
    expect(updated).toEqual(fresh);
  });

  test("may come twice, or be empty, or name ids nobody knows", async () => {
    const twice = { path, upserts: { rows: moved }, deletes: ["nobody", ...gone.slice(0, 2)] };
    expect(await updateRegistry(twice)).toMatchObject({ added: 0, replaced: 150, deleted: 2, unknown: 1 });
    const once = await linksWith(path);
    expect(await updateRegistry(twice)).toMatchObject({ rows: 1998, replaced: 150, deleted: 0, unknown: 3 });
    expect(await linksWith(path)).toEqual(once);
    expect(await updateRegistry({ path })).toMatchObject({ rows: 1998, added: 0, deleted: 0 });
    expect(await linksWith(path)).toEqual(once);
  });

  test("that would leave nobody, repeat an id or meet another run are refused, and the registry stays as it was", async () => {
    const before = await readFile(path);
    const all = left.map((person) => person.id);
    await expect(updateRegistry({ path, deletes: all })).rejects.toMatchObject({ code: "table-empty" });
    const repeated = { rows: [born[0]!, born[0]!] };
    await expect(updateRegistry({ path, upserts: repeated })).rejects.toMatchObject({
      code: "ids-not-unique",
    });
    await expect(updateRegistry({ path: join(folder, "none"), deletes: gone })).rejects.toMatchObject({
      code: "file-unreadable",
    });
    const mark = `${hostname().replaceAll(/[^A-Za-z0-9.]/g, "")}-${process.ppid}`;
    await writeFile(`${path}.unfinished-${mark}`, "");
    await expect(updateRegistry({ path, deletes: gone })).rejects.toMatchObject({ code: "registry-busy" });
    await expect(updateRegistry({ path, deletes: gone })).rejects.toThrow(`unfinished-${mark}`);
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(`${path}.unfinished-${mark}`, longAgo, longAgo);
    await writeFile(`${path}.unfinished-${mark.replace(/\d+$/, String(await endedProcess()))}.wal`, "");
    await expect(updateRegistry({ path, upserts: repeated })).rejects.toMatchObject({
      code: "ids-not-unique",
    });
    expect(await readFile(path)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  test("killed at any moment leave the old registry or the new one, never half of one", async () => {
    const old = await linksWith(path);
    const script = `
      const { updateRegistry } = await import(${JSON.stringify(fileURLToPath(new URL("./index.ts", import.meta.url)))});
      await updateRegistry(JSON.parse(process.argv[1]));`;
    const update = JSON.stringify({
      path,
      upserts: { rows: [...moved, ...born] },
      deletes: gone,
      threads: 1,
    });
    const after = join(folder, "after");
    await copyFile(path, after);
    await updateRegistry({ path: after, upserts: { rows: [...moved, ...born] }, deletes: gone });
    const wanted = await linksWith(after);
    for (const delay of [150, 300, 450, 600, 800, 1000]) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script, update], {
        stdio: "ignore",
      });
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await wait(delay);
      child.kill("SIGKILL");
      await ended;
      const now = await linksWith(path);
      expect([old, wanted]).toContainEqual(now);
    }
    await updateRegistry({ path, upserts: { rows: [...moved, ...born] }, deletes: gone });
    expect(await linksWith(path)).toEqual(wanted);
    expect((await readdir(folder)).filter((name) => name.includes("unfinished"))).toEqual([]);
  });
});

test("links from a registry are the same whatever the threads and the memory limit", async () => {
  const runs = await Promise.all(
    [{ threads: 1, memory: "300MB" }, { threads: 2, memory: "1GB" }, { threads: 4 }].map((limits) =>
      linkRows({ left: { registry: path }, right: village, ...limits }),
    ),
  );
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2]).toEqual(runs[0]);
});
