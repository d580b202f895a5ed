export { type LinkShardsOptions, type LinkShardsReport, linkShards } from "./link-shards.ts";
export { type PrepareShardsOptions, prepareShards } from "./prepare-shards.ts";
export { type ScoreShardOptions, scoreShard } from "./score-shard.ts";
export type { ShardPlan } from "./shard-folder.ts";
