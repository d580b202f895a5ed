import { join } from "node:path";
import { openDatabase, runStages } from "#duckdb";
import { candidateBits } from "#linking";
import { LinkageError } from "#model";
import { scoredStage, shardPairsStage, twoLists } from "#stages";
import { readParquet, readPlan, shardFolder, writeJson, writeParquet } from "./shard-folder.ts";

/** What `scoreShard` is told. */
export type ScoreShardOptions = {
  folder: string;
  /** Which of the plan's shards, from 0. Of the folder only plan.json and shard-<number> are needed. */
  shard: number;
  memory?: string;
  threads?: number;
  spill?: boolean | string;
};

/** The second step, once for every shard, in any order, on any machine: writes scored.parquet into the shard's folder. */
export async function scoreShard(options: ScoreShardOptions): Promise<{ pairs: number; scored: number }> {
  const { folder, shard } = options;
  const { model, shards } = await readPlan(folder);
  if (!Number.isInteger(shard) || shard < 0 || shard >= shards)
    throw new LinkageError("usage", `the plan has the shards 0 to ${shards - 1}`, { shard });
  const place = shardFolder(folder, shard);
  const db = await openDatabase(options);
  try {
    for (const table of ["keys_left", "keys_right", "records_left", "records_right"])
      await db.run(
        `CREATE TABLE ${table} AS SELECT * FROM ${readParquet([join(place, `${table}.parquet`)])}`,
      );
    await runStages(db, [
      shardPairsStage(model, db.dialect, twoLists, { shard, of: shards }),
      scoredStage(model, db.dialect, twoLists, { thresholdBits: candidateBits, keepCodes: false }),
    ]);
    const { pairs } = await db.one("SELECT count(*) AS pairs FROM pairs");
    const { scored } = await db.one("SELECT count(*) AS scored FROM scored");
    const counts = { pairs: Number(pairs), scored: Number(scored) };
    await writeParquet(db, "SELECT * FROM scored", join(place, "scored.parquet"));
    await writeJson(join(place, "scored.json"), counts);
    return counts;
  } finally {
    db.close();
  }
}
