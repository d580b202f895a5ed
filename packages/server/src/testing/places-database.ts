import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { inject } from "vitest";
import { runAsAdmin, templateNow } from "./template-database.ts";
import { cloneDatabase, type TestDatabase, testDatabase } from "./test-database.ts";
import { threePlaces } from "./three-places.ts";

type Threads = Awaited<ReturnType<typeof threePlaces>>;

const lockKey = 7_318_378;

/**
 * As `testDatabase`, but with the three places in it, whose ids are `threads`. They are built once per run, by the first
 * test that wants them, and cloned from then on: building them takes ten times as long as a clone.
 */
export function placesDatabase(): TestDatabase & { readonly threads: Threads } {
  let threads: Threads | null = null;
  const database = testDatabase({
    source: async () => {
      const kept = await keptPlaces();
      threads = kept.threads;
      return kept.name;
    },
  });
  return {
    get app() {
      return database.app;
    },
    get url() {
      return database.url;
    },
    setNow: database.setNow,
    get threads() {
      if (!threads) throw new Error("the three places exist only while a test runs");
      return threads;
    },
  };
}

/** The database that holds them; workers that come while another builds it wait. */
async function keptPlaces(): Promise<{ readonly name: string; readonly threads: Threads }> {
  const { adminUrl, template, dataDir } = inject("testServer");
  const name = `${template}_places`;
  const file = join(dataDir, "places.json");
  if (!existsSync(file)) {
    const turn = new Client(adminUrl);
    await turn.connect();
    try {
      await turn.query("select pg_advisory_lock($1)", [lockKey]);
      if (!existsSync(file)) await buildPlaces(name, file);
    } finally {
      await turn.end();
    }
  }
  return { name, threads: JSON.parse(readFileSync(file, "utf8"), dated) as Threads };
}

async function buildPlaces(name: string, file: string): Promise<void> {
  const { adminUrl, template } = inject("testServer");
  const city = { regionCode: "13.77", now: templateNow };
  const built = await cloneDatabase({ source: template, name: `${name}_built` }, city);
  try {
    const threads = await threePlaces(built.app);
    await built.app.db.close();
    await runAsAdmin(adminUrl, [`alter database ${name}_built rename to ${name}`]);
    writeFileSync(file, JSON.stringify(threads));
  } finally {
    await built.close();
  }
}

/** Actors know when they proved themselves again. */
function dated(key: string, value: unknown): unknown {
  return key === "steppedUpAt" ? new Date(value as string) : value;
}
