import { join } from "node:path";
import { openDatabase, readEdges } from "#duckdb";
import { assignLinks, candidateBits, writeLinks, type Assignment } from "#linking";
import { LinkageError, type LinkageModel } from "#model";
import { readJson, readParquet, readPlan, shardFolder } from "./shard-folder.ts";

/** What `linkShards` is told. */
export type LinkShardsOptions = {
  folder: string;
  threshold?: number;
  assign?: Assignment;
  /** CSV to write, as `linkLists` writes it. */
  out: string;
  memory?: string;
  threads?: number;
  spill?: boolean | string;
};
/** What `linkShards` did. */
export type LinkShardsReport = {
  rows: { left: number; right: number };
  pairs: number;
  links: number;
  expectedMatches: number;
  model: LinkageModel;
};

/** The last step: joins the scored pairs of all shards and chooses links. The same file as one `linkLists` makes. */
export async function linkShards(options: LinkShardsOptions): Promise<LinkShardsReport> {
  const { folder, threshold = 0.5, assign = "one-to-one" } = options;
  const { shards, rows, model, reasons } = await readPlan(folder);
  const places = Array.from({ length: shards }, (_, shard) => shardFolder(folder, shard));
  const pairs = await countPairs(places);
  const db = await openDatabase(options);
  try {
    const scored = readParquet(places.map((place) => join(place, "scored.parquet")));
    await db.run(`CREATE TABLE scored AS SELECT * FROM ${scored}`);
    for (const side of ["left", "right"] as const)
      await db.run(
        `CREATE TABLE records_${side} AS SELECT * FROM ${readParquet([join(folder, `ids_${side}.parquet`)])}`,
      );
    const run = { model, rows, pairs, reasons };
    const assigned = assignLinks(await readEdges(db, candidateBits), run, { threshold, assign });
    await writeLinks(db, assigned.links, assigned.probabilities, options.out);
    const { links, expectedMatches } = assigned;
    return { rows, pairs, links: links.bits.length, expectedMatches, model };
  } finally {
    db.close();
  }
}

async function countPairs(places: readonly string[]): Promise<number> {
  let pairs = 0;
  for (const [shard, place] of places.entries()) {
    const counts = await readJson<{ pairs: number }>(join(place, "scored.json"));
    if (!counts)
      throw new LinkageError("file-unreadable", `shard ${shard} is not scored yet`, { shard, place });
    pairs += counts.pairs;
  }
  return pairs;
}
