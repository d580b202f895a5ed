import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadList, openDatabase } from "#duckdb";
import { personModel } from "#indonesia";
import { candidateBits, linkLists, scoreLists } from "#linking";
import { keysStage, oneList, shardPairsStage, twoLists, runStages } from "#stages";
import { syntheticLists, syntheticTypes } from "#testing";
import { linkShards, prepareShards, scoreShard } from "./index.ts";

const lists = syntheticLists(3000, 8);
const input = {
  left: { rows: lists.left },
  right: { rows: lists.right },
  types: syntheticTypes,
  preset: "indonesia" as const,
};

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "sharding-"));
});
afterAll(() => rm(home, { recursive: true }));

/** Scores a shard in a process of its own, which knows nothing but the folder. */
async function scoreElsewhere(folder: string, shard: number): Promise<void> {
  const code = `import { scoreShard } from "#sharding"; await scoreShard(${JSON.stringify({ folder, shard })});`;
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], { cwd });
}

test("two processes that each score half of the key hashes find together exactly what one run finds", async () => {
  const folder = join(home, "city");
  const plan = await prepareShards({ ...input, shards: 2, folder });
  await Promise.all([scoreElsewhere(folder, 0), scoreElsewhere(folder, 1)]);
  const whole = await linkLists({ ...input, out: join(home, "whole.csv") });
  const joined = await linkShards({ folder, out: join(home, "joined.csv") });
  expect(plan.model).toEqual(whole.model);
  expect([joined.pairs, joined.links]).toEqual([whole.pairs, whole.links]);
  expect(await readFile(join(home, "joined.csv"), "utf8")).toBe(
    await readFile(join(home, "whole.csv"), "utf8"),
  );

  const db = await openDatabase();
  await loadList(db, "left", input.left, plan.model.inputs);
  await loadList(db, "right", input.right, plan.model.inputs);
  await scoreLists(db, plan.model, { sides: twoLists, seed: 1, thresholdBits: candidateBits, trained: true });
  const shards = [0, 1].map((shard) => `'${join(folder, `shard-${shard}`, "scored.parquet")}'`).join(", ");
  const columns = "rule, lid, rid, weight";
  const rows = (from: string) => db.rows(`SELECT ${columns} FROM ${from} ORDER BY lid, rid`);
  const apart = await rows(`read_parquet([${shards}])`);
  expect(apart.length).toBeGreaterThan(1500);
  expect(apart).toEqual(await rows("scored"));
  const each = await db.rows(
    `SELECT count(*) AS n FROM read_parquet([${shards}], filename = true) GROUP BY filename`,
  );
  expect(each.map((row) => Number(row["n"])).every((n) => n > apart.length / 4)).toBe(true);
  db.close();
});

test("one list is cut into shards too: each pair once, whatever their number", async () => {
  const model = personModel();
  const db = await openDatabase();
  await loadList(db, "left", { rows: lists.right }, model.inputs);
  await scoreLists(db, model, { sides: oneList, seed: 1, thresholdBits: 0, trained: true });
  const roles = ["left", "right"] as const;
  await runStages(
    db,
    roles.map((role) => keysStage(model, db.dialect, oneList, role)),
  );
  const whole = await db.rows("SELECT rule, lid, rid, weight FROM scored ORDER BY lid, rid");
  expect(whole.length).toBeGreaterThan(20);
  const found: unknown[][] = [];
  for (const shard of [0, 1, 2]) {
    await runStages(db, [shardPairsStage(model, db.dialect, oneList, { shard, of: 3 })]);
    const pairs = await db.rows("SELECT rule, lid, rid FROM pairs");
    found.push(...pairs.map((row) => [row["lid"], row["rid"], row["rule"]]));
  }
  db.close();
  const keys = found.map(([lid, rid]) => `${String(lid)}/${String(rid)}`);
  expect(new Set(keys).size).toBe(keys.length);
  const rules = new Map(found.map(([lid, rid, rule]) => [`${String(lid)}/${String(rid)}`, rule]));
  for (const row of whole) expect(rules.get(`${String(row["lid"])}/${String(row["rid"])}`)).toBe(row["rule"]);
});

test("a folder that was not prepared, a shard out of range and one not yet scored are refused", async () => {
  const folder = join(home, "small");
  const few = { left: { rows: lists.left.slice(0, 300) }, right: { rows: lists.right.slice(0, 300) } };
  await prepareShards({ ...input, ...few, shards: 2, folder });
  expect((await stat(folder)).mode & 0o077).toBe(0);
  await expect(scoreShard({ folder: home, shard: 0 })).rejects.toMatchObject({ code: "file-unreadable" });
  await expect(scoreShard({ folder, shard: 2 })).rejects.toMatchObject({ code: "usage" });
  await scoreShard({ folder, shard: 0 });
  await expect(linkShards({ folder, out: join(home, "none.csv") })).rejects.toMatchObject({
    code: "file-unreadable",
    details: { shard: 1 },
  });
  await expect(prepareShards({ ...input, shards: 0, folder })).rejects.toMatchObject({ code: "usage" });
});
