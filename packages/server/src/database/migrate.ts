import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { AppError, type Log } from "#ground";
import type { Keys } from "#keys";
import { contextKeyPads } from "./context-token.ts";
import { ensureLogins } from "./ensure-logins.ts";
import { judgeVersion } from "./safe-version.ts";

const migrationsDir = resolve(import.meta.dirname, "../../migrations");
const lockKey = 7_318_377;

type Options = {
  readonly keys: Keys;
  readonly regionCode: string;
  readonly production: boolean;
  readonly log?: Log;
  /** Files of a former version alone: the schema of a city that was made then. */
  readonly only?: readonly string[];
};

/**
 * Brings the database to this program's schema: logins, then every new file of `migrations/` in name order, each in
 * its own transaction, forward only and checked by SHA-256. Safe to call at every start and from several processes.
 * Whether keys, region and version belong to this database is read before anything is written.
 * Throws `not-set-up` with the sentence an administrator needs; `notes` are sentences to show at every start.
 */
export async function migrate(
  ownerUrl: string,
  options: Options,
): Promise<{ readonly applied: readonly string[]; readonly notes: readonly string[] }> {
  const client = new Client(ownerUrl);
  await client.connect();
  try {
    const notes = await requireVersion(client, options);
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await refuseStranger(client, options);
    const files = newFiles(await appliedFiles(client), options.only);
    await ensureLogins(client, options);
    await client.query("create schema if not exists app_private");
    await client.query(
      `create table if not exists app_private.migrations (
         name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
    for (const file of files) await applyOne(client, file);
    if (files.length > 0) await client.query("select app_private.guard_all()");
    await bindInstallation(client, options);
    return { applied: files.map(({ name }) => name), notes };
  } finally {
    await client.end();
  }
}

type File = { readonly name: string; readonly text: string; readonly checksum: string };

/** Migrations that ran here, by name, with their checksums. */
async function appliedFiles(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ found: boolean }>(
    "select to_regclass('app_private.migrations') is not null as found",
  );
  if (!rows[0]!.found) return new Map();
  const done = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from app_private.migrations",
  );
  return new Map(done.rows.map(({ name, checksum }) => [name, checksum]));
}

/** What is still to run. Refuses a database of a newer version, and a migration that was edited after it ran. */
function newFiles(done: ReadonlyMap<string, string>, only?: readonly string[]): readonly File[] {
  const names = readdirSync(migrationsDir)
    .filter((name) => name.endsWith(".sql"))
    .toSorted();
  const unknown = [...done.keys(), ...(only ?? [])].find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new AppError("not-set-up", {
      message: `This was made by a newer version (it has ${unknown}). Start that version; nothing was changed.`,
    });
  const files = names.map((name) => {
    const text = readFileSync(join(migrationsDir, name), "utf8");
    return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
  });
  const edited = files.find(({ name, checksum }) => done.has(name) && done.get(name) !== checksum);
  if (edited)
    throw new AppError("not-set-up", {
      message: `Migration ${edited.name} was edited after it ran here. Restore the original file; nothing was changed.`,
    });
  return files.filter(({ name }) => !done.has(name) && (only?.includes(name) ?? true));
}

async function applyOne(client: Client, { name, text, checksum }: File): Promise<void> {
  try {
    await client.query("begin");
    await client.query(text);
    await client.query("insert into app_private.migrations (name, checksum) values ($1, $2)", [
      name,
      checksum,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new AppError(
      "not-set-up",
      { message: `Migration ${name} failed and was rolled back: ${(error as Error).message}` },
      error,
    );
  }
}

/** Refuses a server too old to be safe in production, unless it is the one that we ship: that is said, not refused. */
async function requireVersion(client: Client, options: Options): Promise<readonly string[]> {
  const { rows } = await client.query<{ v: string }>("select current_setting('server_version_num') v");
  const version = Number(rows[0]!.v);
  if (version < 150_000)
    throw new AppError("not-set-up", {
      message: `PostgreSQL 15 or newer is needed; this server is ${version}.`,
    });
  const judged = judgeVersion(version);
  if (judged.safeFrom === null) return [];
  const message = `PostgreSQL ${judged.version} is older than the safe minor ${judged.safeFrom}`;
  if (options.production) throw new AppError("not-set-up", { message: `${message}: update the server.` });
  return [`${message}; it comes with this program and is changed by its next version.`];
}

/** A database belongs to one region and one key set: others are refused before anything is written, on the server too. */
async function refuseStranger(client: Client, options: Options): Promise<void> {
  const { rows: known } = await client.query<{ found: boolean }>(
    "select to_regclass('app_private.installation') is not null as found",
  );
  if (!known[0]!.found) return;
  const { rows } = await client.query<{ region_code: string; key_fingerprint: string }>(
    "select region_code, key_fingerprint from app_private.installation",
  );
  const city = rows[0];
  if (city && city.key_fingerprint !== options.keys.fingerprint)
    throw new AppError("not-set-up", {
      message:
        "The keys do not belong to this database. Put back the key file it was made with; nothing was changed.",
    });
  if (city && city.region_code !== options.regionCode)
    throw new AppError("not-set-up", {
      message: `This database serves region ${city.region_code}, not ${options.regionCode}; nothing was changed.`,
    });
}

/** Ties the database to this region and these keys, once. */
async function bindInstallation(client: Client, { keys, regionCode }: Options): Promise<void> {
  await client.query(
    `insert into app_private.installation (only_row, region_code, key_fingerprint) values (true, $1, $2) on conflict do nothing`,
    [regionCode, keys.fingerprint],
  );
  const pads = contextKeyPads(keys);
  await client.query(
    `insert into app_private.context_keys (only_row, inner_pad, outer_pad) values (true, $1, $2) on conflict do nothing`,
    [pads.inner, pads.outer],
  );
}
