import { actorOfEmail, actorOfToken } from "@tuwai/server/accounts";
import type { Actor, App } from "@tuwai/server/app";
import { openServer, readConfig } from "@tuwai/city/runtime";
import { CommandError } from "./command-error.ts";
import { dataFolder } from "./data-folder.ts";

/**
 * Runs `work` with the city's database: the one of DATABASE_URL, else the embedded one of TUWAI_DATA, attached to when it
 * runs and started for as long as the command needs it when it does not.
 */
export async function withDatabase<T>(
  work: (databaseUrl: string, dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = dataFolder();
  const given = process.env["DATABASE_URL"];
  if (given) return work(given, dataDir);
  const database = await openEmbedded(dataDir);
  try {
    return await work(database.url, dataDir);
  } finally {
    await database.stop();
  }
}

/** The same with the whole application opened over it. */
export function withApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  return withDatabase(async (databaseUrl, dataDir) => {
    const { app, close } = await openServer(
      readConfig({ ...process.env, TUWAI_DATA: dataDir, DATABASE_URL: databaseUrl }),
    );
    try {
      return await work(app);
    } finally {
      await close();
    }
  });
}

/** Who acts: `--as USER` in a demo city, otherwise the session of TUWAI_TOKEN. */
export async function actorFor(app: App, user: string | undefined): Promise<Actor> {
  if (user !== undefined) return actorOfEmail(app, user.includes("@") ? user : `${user}@demo.tuwai.id`);
  const token = process.env["TUWAI_TOKEN"];
  if (token === undefined || token === "") {
    throw new CommandError(
      "unauthenticated",
      "Sebutkan pelaku dengan --as (kota contoh) atau TUWAI_TOKEN (lihat: tuwai account token --help).",
    );
  }
  return actorOfToken(app, token);
}

async function openEmbedded(
  dataDir: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const { attachOrStart } = await import("@tuwai/scripts/postgres");
  return attachOrStart({ dataDir }).catch((error: unknown) => {
    throw new CommandError("unavailable", (error as Error).message, {}, error);
  });
}
