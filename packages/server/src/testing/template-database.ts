import { mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attachOrStart } from "@tuwai/scripts/postgres";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { migrate, moveClock } from "#database";
import { loadKeys } from "#keys";

/** What every test file is told: where the server is, which database to clone, and where the keys of the logins lie. */
export type TestServer = {
  readonly adminUrl: string;
  readonly template: string;
  readonly dataDir: string;
  readonly strategy: "file_copy" | "wal_log";
};

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** The moment at which every test begins unless it says another. */
export const templateNow = "2026-11-21T02:00:00Z";

const neededBytes = 2_000_000_000;
const folderPrefix = "tuwai-database-tests-";

type Started = { readonly server: TestServer; readonly clear: () => Promise<void> };

/** Vitest loads this module anew for each project; what the process has started lies where all of them see it. */
const run = globalThis as { tuwaiTestServer?: { readonly started: Promise<Started>; users: number } };

/**
 * Global setup of the projects that need a database: the first to come starts a server and builds the template, the others
 * of the same run take it, the last to leave clears it away.
 */
export default async function shareTemplate(project: TestProject): Promise<() => Promise<void>> {
  const shared = (run.tuwaiTestServer ??= { started: buildTemplate(), users: 0 });
  shared.users += 1;
  const { server, clear } = await shared.started;
  project.provide("testServer", server);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete run.tuwaiTestServer;
    await clear();
  };
}

/**
 * Starts a server of the tests' own (or takes TEST_DATABASE_URL, DATABASE_URL), builds one migrated database, and leaves
 * nothing behind. The template's name is unique, so several runs may share a server.
 */
async function buildTemplate(): Promise<Started> {
  const place = roomiestPlace();
  clearAfterKilledRuns(place);
  const dataDir = mkdtempSync(join(place, `${folderPrefix}${process.pid}-`));
  const given = process.env["TEST_DATABASE_URL"] || process.env["DATABASE_URL"];
  const server = given ? null : await attachOrStart({ dataDir, durable: false });
  const adminUrl = given || server!.url;
  const template = `tuwai_test_${process.pid}_${Date.now().toString(36)}`;
  const clear = async () => {
    await dropDatabases(adminUrl, template);
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await runAsAdmin(adminUrl, [`create database ${template}`]);
    const keys = loadKeys(join(dataDir, "keys"), () => true);
    await migrate(urlOf(adminUrl, template), { keys, regionCode: "13.77", production: false });
    await moveClock(urlOf(adminUrl, template), new Date(templateNow));
  } catch (error) {
    await clear();
    throw error;
  }
  // Copying files forces checkpoints: quick on a server of ours that never waits for a disk, slow on another.
  const strategy = given ? "wal_log" : "file_copy";
  return { server: { adminUrl, template, dataDir, strategy }, clear };
}

/** Memory rather than disk where there is enough of it: a clone takes a tenth of the time. */
function roomiestPlace(): string {
  const memory = "/dev/shm";
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > neededBytes ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** A run that was killed could not remove its folder; in memory that would add up. Its database has stopped by itself. */
function clearAfterKilledRuns(place: string): void {
  for (const name of readdirSync(place).filter((entry) => entry.startsWith(folderPrefix))) {
    const owner = Number.parseInt(name.slice(folderPrefix.length), 10);
    if (!isRunning(owner)) rmSync(join(place, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The address of another database on the same server. */
export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs statements one by one, each on its own, as the owner of the server. */
export async function runAsAdmin(adminUrl: string, statements: readonly string[]): Promise<void> {
  const client = new Client(adminUrl);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The template and every clone that a killed test left. */
async function dropDatabases(adminUrl: string, template: string): Promise<void> {
  const client = new Client(adminUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [template],
    );
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  } finally {
    await client.end();
  }
}
