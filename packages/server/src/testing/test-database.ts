import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, inject } from "vitest";
import { makeAuth } from "#sessions";
import { type App, type Config, makeClock, uuidv7 } from "#app";
import { moveClock, openDatabase, releaseClock } from "#database";
import { features } from "#features";
import { loadKeys } from "#keys";
import { runAsAdmin, templateNow, urlOf } from "./template-database.ts";

export type TestDatabase = {
  /** A real `App` over this test's own database: real logins, row policies, commits, keys; only the clock stands still. */
  readonly app: App;
  /** The owner's address: for rows that no use case makes, and for looking behind the walls. */
  readonly url: string;
  /** Moves the clock that code and database read forward, to an instant such as "2026-11-21T02:00:00Z". */
  readonly setNow: (instant: string) => Promise<void>;
};

type Options = {
  readonly regionCode?: string;
  readonly now?: string;
  /** Name of the database to clone, of the server of the tests; the migrated template unless said. */
  readonly source?: () => Promise<string>;
};

export type Clone = { readonly app: App; readonly url: string; readonly close: () => Promise<void> };

let clones = 0;

/**
 * `const test = testDatabase()` at the top of a *.db.test.ts gives every test in the file a database of its own,
 * cloned from the migrated template and dropped afterwards. The fields may be read inside tests and hooks only.
 */
export function testDatabase({
  regionCode = "13.77",
  now = templateNow,
  source = async () => inject("testServer").template,
}: Options = {}): TestDatabase {
  let current: Clone | null = null;
  beforeEach(async () => {
    const { template } = inject("testServer");
    const name = `${template}_${process.env["VITEST_POOL_ID"] ?? "0"}_${process.pid}_${++clones}`;
    current = await cloneDatabase({ source: await source(), name }, { regionCode, now });
  });
  afterEach(async () => {
    await current?.close();
    current = null;
  });
  const open = () => {
    if (!current) throw new Error("the test database exists only while a test runs");
    return current;
  };
  return {
    get app() {
      return open().app;
    },
    get url() {
      return open().url;
    },
    setNow: async (instant) => {
      const { app, url } = open();
      await moveClock(url, new Date(instant));
      app.clock.follow(new Date(instant));
    },
  };
}

/** Clones one database of the tests' server and opens an `App` over it; `close` drops it. */
export async function cloneDatabase(
  { source, name }: { readonly source: string; readonly name: string },
  { regionCode, now }: { readonly regionCode: string; readonly now: string },
): Promise<Clone> {
  const { adminUrl, dataDir, strategy } = inject("testServer");
  await runAsAdmin(adminUrl, [`create database ${name} template ${source} strategy ${strategy}`]);
  const url = urlOf(adminUrl, name);
  const files = mkdtempSync(join(dataDir, "files-"));
  if (now !== templateNow) {
    await releaseClock(url);
    await moveClock(url, new Date(now));
  }
  const app = appOver({ url, files, keysDir: dataDir, regionCode }, new Date(now));
  const close = async () => {
    await app.db.close();
    await runAsAdmin(adminUrl, [`drop database if exists ${name} with (force)`]);
    rmSync(files, { recursive: true, force: true });
  };
  return { app, url, close };
}

type Place = {
  readonly url: string;
  readonly files: string;
  readonly keysDir: string;
  readonly regionCode: string;
};

function appOver({ url, files, keysDir, regionCode }: Place, now: Date): App {
  const keys = loadKeys(join(keysDir, "keys"), () => false);
  const config: Config = {
    regionCode,
    dataDir: files,
    databaseUrl: url,
    origin: null,
    embedded: true,
    demo: true,
    demoAsked: null,
    mail: null,
    host: "127.0.0.1",
    port: 0,
    fixedNow: null,
    keepsAnswers: false,
  };
  const db = openDatabase(url, keys);
  return {
    config,
    db,
    clock: makeClock(now),
    newId: uuidv7,
    keys,
    auth: makeAuth(config, db, keys),
    log: { info: silence, warn: silence, error: silence },
    features,
  };
}

function silence(): void {
  // Tests read outcomes and rows, never the log.
}
