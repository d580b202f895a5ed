import { join } from "node:path";
import { pino } from "pino";
import { makeAuth } from "@tuwai/server/sessions";
import { type App, clearOpened, type Config, makeClock, uuidv7 } from "@tuwai/server/app";
import { holdsData, migrate, openDatabase, settleClock } from "@tuwai/server/database";
import { features } from "@tuwai/server/features";
import { loadKeys } from "@tuwai/server/keys";
import { requireKind } from "@tuwai/server/settings";

/**
 * The composition root: keys, migrated database, sign-in, clock and log, made once and handed to every use case.
 * `close` ends all connections; `notes` are for whoever starts it.
 */
export async function openServer(
  config: Config,
  newId: App["newId"] = uuidv7,
): Promise<{ readonly app: App; readonly notes: readonly string[]; readonly close: () => Promise<void> }> {
  const log = pino(
    {
      level: process.env["TUWAI_LOG"] ?? "warn",
      redact: ["nik", "*.nik", "familyCard", "*.familyCard", "password", "*.password", "cookie", "*.cookie"],
    },
    pino.destination(2),
  );
  await clearOpened(config.dataDir);
  const hasData = await holdsData(config.databaseUrl);
  const keys = loadKeys(join(config.dataDir, "keys"), () => !hasData);
  const { notes } = await migrate(config.databaseUrl, {
    keys,
    regionCode: config.regionCode,
    production: !config.demo && !config.embedded,
    log,
  });
  const db = openDatabase(config.databaseUrl, keys);
  const opened: App = {
    config,
    db,
    clock: makeClock(await settleClock(config)),
    newId,
    keys,
    auth: makeAuth(config, db, keys),
    log,
    features,
  };
  try {
    const settled = { ...config, ...(await requireKind(opened, config.demoAsked)) };
    const app: App = { ...opened, config: settled, auth: makeAuth(settled, db, keys) };
    return { app, notes, close: () => db.close() };
  } catch (error) {
    await db.close();
    throw error;
  }
}
