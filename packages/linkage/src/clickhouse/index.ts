export { engineCheck, type Difference, type EngineCheck } from "#conformance";
export {
  type ClickHouseConnection,
  type ClickHouseSession,
  type ConnectClickHouse,
  clickHouseServer,
  clickHouseSession,
} from "./connection.ts";
export { type ClickHouseEngine, openClickHouse } from "./open-engine.ts";
export type { ClickHouseSource } from "./load-list.ts";
export { type ClickHouseLinkOptions, linkInClickHouse } from "./link-lists.ts";
export { type ClickHouseDedupeOptions, dedupeInClickHouse } from "./dedupe-list.ts";
