import { randomBytes } from "node:crypto";
import { clickHouseDialect } from "#expression";
import type { Engine } from "#stages";
import type { ConnectClickHouse } from "./connection.ts";

/** A ClickHouse the stages can run on; `close` drops its database. */
export type ClickHouseEngine = Engine & { close: () => Promise<void> };

/**
 * Opens an engine on a database of its own, made now and dropped by `close`: tables of others are never touched. A run
 * that was killed leaves its database, which holds records: drop what is named `tuwai_linkage_…` and nobody uses.
 */
export async function openClickHouse(connect: ConnectClickHouse): Promise<ClickHouseEngine> {
  const scratch = `tuwai_linkage_${randomBytes(6).toString("hex")}`;
  const outside = await connect("default");
  await outside.run(`CREATE DATABASE ${scratch} ENGINE = Atomic`);
  const inside = await connect(scratch);
  const version = String((await inside.rows("SELECT version() AS version"))[0]?.["version"]);
  return {
    name: `clickhouse ${version}`,
    dialect: clickHouseDialect,
    run: inside.run,
    rows: inside.rows,
    one: async (sql) => (await inside.rows(sql))[0] ?? {},
    times: [],
    close: async () => {
      await inside.run(`DROP DATABASE ${scratch} SYNC`);
      await inside.close();
      await outside.close();
    },
  };
}
