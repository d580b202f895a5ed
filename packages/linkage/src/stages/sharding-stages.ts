import { compileSql, type Dialect } from "#expression";
import type { LinkageModel } from "#model";
import { meets } from "./blocking-stages.ts";
import { isOneList, stage, type Side, type Sides, type Stage } from "./stage.ts";

/** One of `of` equal ranges of key hashes, counted from 0. */
export type Shard = { shard: number; of: number };

/** Hashes are folded into this many buckets; a shard is a run of buckets. */
const buckets = 65_536;

/**
 * The lists exploded by blocking rule: every record once for each rule whose keys it has, with the hash of these keys.
 * Rows of one bucket meet each other and nobody else, so buckets can be worked on anywhere.
 */
export function keysStage(model: LinkageModel, dialect: Dialect, sides: Sides, role: Side): Stage {
  const table = `records_${sides[role]}` as const;
  const parts = model.blocking.map((rule, i) => {
    const keys = (role === "right" ? (rule.rightKeys ?? rule.keys) : rule.keys).map((key) =>
      compileSql(key, dialect),
    );
    const present = keys.map((key) => `${key} IS NOT NULL`).join(" AND ");
    return `SELECT ${dialect.cast(String(i), "utinyint")} AS rule, ${dialect.keyHash(keys)} AS key_hash, id FROM ${table} WHERE ${present}`;
  });
  const bucket = dialect.cast(`(key_hash % ${buckets})`, "integer");
  const sql = `SELECT rule, ${bucket} AS bucket, key_hash, id FROM (\n${parts.join("\nUNION ALL\n")}\n)`;
  return stage(`keys_${role}`, [table], "one row per record and blocking rule it has keys for", sql);
}

/** The keys of one shard; `alias` names a keys table of the FROM list. */
export const inShard = ({ shard, of }: Shard, alias: string): string =>
  `${alias}.bucket >= ${Math.floor((shard * buckets) / of)} AND ${alias}.bucket < ${Math.floor(((shard + 1) * buckets) / of)}`;

/**
 * The candidate pairs of one shard. A pair that several rules bring together belongs to the lowest of them, which both
 * records can tell by themselves: so no pair is found in two shards, and hashes that meet by chance drop out.
 */
export function shardPairsStage(model: LinkageModel, dialect: Dialect, sides: Sides, shard: Shard): Stage {
  const order = isOneList(sides) ? " AND a.id < b.id" : "";
  const met = `SELECT a.rule AS rule, a.id AS lid, b.id AS rid FROM keys_left a JOIN keys_right b ON a.rule = b.rule AND a.key_hash = b.key_hash WHERE ${inShard(shard, "a")}${order}`;
  const lowest = model.blocking.map((rule, i) => `WHEN ${meets(rule, dialect)} THEN ${i}`).join(" ");
  const join = `JOIN records_${sides.left} l ON l.id = p.lid JOIN records_${sides.right} r ON r.id = p.rid`;
  const sql = `SELECT p.rule AS rule, p.lid AS lid, p.rid AS rid FROM (${met}) p ${join} WHERE p.rule = (CASE ${lowest} END)`;
  const says =
    "one row per candidate pair of the shard: the first rule that found it and the two record numbers";
  const reads = ["keys_left", "keys_right", `records_${sides.left}`, `records_${sides.right}`] as const;
  return stage("pairs", reads, says, sql);
}
