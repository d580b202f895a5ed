import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "#duckdb";
import { literalSql } from "#expression";
import { LinkageError, type LinkageModel } from "#model";

/** What a folder of shards is: the trained model and what later steps need to know of the lists. */
export type ShardPlan = {
  format: "linkage-shards/1";
  shards: number;
  rows: { left: number; right: number };
  model: LinkageModel;
  reasons: string[];
};

export const shardFolder = (folder: string, shard: number): string => join(folder, `shard-${shard}`);
export const planFile = (folder: string): string => join(folder, "plan.json");

/** Throws `file-unreadable` when the folder holds no plan. */
export async function readPlan(folder: string): Promise<ShardPlan> {
  const plan = await readJson<ShardPlan>(planFile(folder));
  if (plan?.format === "linkage-shards/1") return plan;
  throw new LinkageError("file-unreadable", `${folder} was not prepared by prepareShards`, { folder });
}

export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch {
    return undefined;
  }
}

/** Beside and renamed: a kill leaves the old file or none. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.unfinished`, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  await rename(`${path}.unfinished`, path);
}

/** Writes a query as Parquet beside the target and renames it. */
export async function writeParquet(db: Database, query: string, path: string): Promise<void> {
  await db.run(`COPY (${query}) TO ${literalSql(`${path}.unfinished`)} (FORMAT parquet)`);
  await rename(`${path}.unfinished`, path);
}

export const readParquet = (paths: readonly string[]): string =>
  `read_parquet([${paths.map((path) => literalSql(path)).join(", ")}])`;
