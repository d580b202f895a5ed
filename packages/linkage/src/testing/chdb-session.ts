import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ClickHouseSession } from "#clickhouse";

const aside = fileURLToPath(new URL("../../../../node_modules/.cache/chdb", import.meta.url));

/** A ClickHouse inside this process; `npm run test:clickhouse` installs it aside, or TUWAI_CHDB says where it lies. */
export function chdbSession(): ClickHouseSession & { close: () => void } {
  const folder = process.env["TUWAI_CHDB"] ?? aside;
  const { Session } = createRequire(join(folder, "package.json"))("chdb") as {
    Session: new () => ClickHouseSession & { close: () => void };
  };
  return new Session();
}
