import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { loadList, openDatabase, runStages, type Database, type ListSource } from "#duckdb";
import { candidateBits, resolveModel, trainLists, type ModelChoice } from "#linking";
import { LinkageError } from "#model";
import { inShard, keysStage, twoLists, type Shard } from "#stages";
import { planFile, shardFolder, writeJson, writeParquet, type ShardPlan } from "./shard-folder.ts";

/** What `prepareShards` is told. */
export type PrepareShardsOptions = ModelChoice & {
  left: ListSource;
  right: ListSource;
  /** How many parts the comparing is cut into, 1 to 1,000. */
  shards: number;
  /** Folder to make, readable by its owner only: it holds the records of both lists. An older one is replaced. */
  folder: string;
  memory?: string;
  threads?: number;
  spill?: boolean | string;
  seed?: number;
};

/**
 * The first step of a linkage on several machines: prepares and trains as `linkLists` does, then writes for every shard
 * the keys of its hash range and the records that have them. Each shard can then be scored anywhere by `scoreShard`.
 */
export async function prepareShards(options: PrepareShardsOptions): Promise<ShardPlan> {
  const { folder, shards, seed = 1 } = options;
  if (!Number.isInteger(shards) || shards < 1 || shards > 1000)
    throw new LinkageError("usage", "shards must be a whole number from 1 to 1000", { shards });
  const start = resolveModel(options);
  const db = await openDatabase(options);
  try {
    await loadList(db, "left", options.left, start.model.inputs);
    await loadList(db, "right", options.right, start.model.inputs);
    const { trained } = start;
    const scoring = { sides: twoLists, seed, thresholdBits: candidateBits, trained };
    const { model, rows, reasons } = await trainLists(db, start.model, scoring);
    await runStages(
      db,
      (["left", "right"] as const).map((role) => keysStage(model, db.dialect, twoLists, role)),
    );
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let shard = 0; shard < shards; shard++) await writeShard(db, folder, { shard, of: shards });
    for (const side of ["left", "right"] as const)
      await writeParquet(db, `SELECT id, uid FROM records_${side}`, join(folder, `ids_${side}.parquet`));
    const plan: ShardPlan = {
      format: "linkage-shards/1",
      shards,
      rows,
      model,
      reasons: [...start.reasons, ...reasons],
    };
    await writeJson(planFile(folder), plan);
    return plan;
  } finally {
    db.close();
  }
}

async function writeShard(db: Database, folder: string, shard: Shard): Promise<void> {
  const place = shardFolder(folder, shard.shard);
  await mkdir(place, { mode: 0o700 });
  for (const side of ["left", "right"] as const) {
    const keys = `SELECT * FROM keys_${side} k WHERE ${inShard(shard, "k")}`;
    const records = `SELECT * FROM records_${side} WHERE id IN (SELECT id FROM (${keys}))`;
    await writeParquet(db, keys, join(place, `keys_${side}.parquet`));
    await writeParquet(db, records, join(place, `records_${side}.parquet`));
  }
}
