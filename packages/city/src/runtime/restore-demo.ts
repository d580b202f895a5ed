import { join } from "node:path";
import type { Config } from "@tuwai/server/app";
import { holdsData } from "@tuwai/server/database";
import { loadKeys } from "@tuwai/server/keys";

/**
 * Before a demo is opened for the first time: the city that was lived through beforehand comes into the empty database, if one was
 * made for this region. With `TUWAI_DEMO_SCALE`, `TUWAI_DEMO_MONTHS` or `TUWAI_NOW` a city is lived through here and now instead.
 */
export async function restoreDemo(
  config: Config,
  say: (line: string) => void,
  path?: string,
): Promise<boolean> {
  if (!config.demo || process.env["TUWAI_DEMO_SCALE"] || process.env["TUWAI_DEMO_MONTHS"]) return false;
  const { preparedCity } = await import("@tuwai/demo/city");
  const { findPrepared, restorePrepared } = await import("@tuwai/server/prepared-city");
  const file = path ?? preparedCity;
  const found = await findPrepared(config, file);
  if (found === null) return false;
  const started = performance.now();
  const hasData = await holdsData(config.databaseUrl);
  const keys = loadKeys(join(config.dataDir, "keys"), () => !hasData);
  const rows = Object.values(found.rows).reduce((sum, count) => sum + count, 0);
  say(`Kota contoh dipulihkan: ${rows} baris, jamnya ${found.endsAt} · restoring the demo city`);
  await restorePrepared({ config, keys }, file);
  say(
    `${Math.round((performance.now() - started) / 1000)
      .toString()
      .padStart(4)} s  kota contoh dipulihkan`,
  );
  return true;
}
