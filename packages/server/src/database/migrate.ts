import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { AppError, type Log } from "#ground";
import type { Keys } from "#keys";
import { contextKeyPads } from "./context-token.ts";
import { loginPassword } from "./connection-url.ts";
import { logins } from "./logins.ts";

const migrationsDir = resolve(import.meta.dirname, "../../migrations");
const lockKey = 7_318_377;

type Options = {
  readonly keys: Keys;
  readonly regionCode: string;
  readonly production: boolean;
  readonly log?: Log;
};

/**
 * Brings the database to this program's schema: logins, then every new file of `migrations/` in name order, each in
 * its own transaction, forward only and checked by SHA-256. Safe to call at every start and from several processes.
 * Throws `not-set-up` with the sentence an administrator needs.
 */
export async function migrate(
  ownerUrl: string,
  options: Options,
): Promise<{ readonly applied: readonly string[] }> {
  const client = new Client(ownerUrl);
  await client.connect();
  try {
    await requireVersion(client, options);
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await ensureLogins(client, options.keys);
    await client.query("create schema if not exists app_private");
    await client.query(
      `create table if not exists app_private.migrations (
         name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
    const applied = await applyNew(client);
    await bindInstallation(client, options);
    return { applied };
  } finally {
    await client.end();
  }
}

async function applyNew(client: Client): Promise<readonly string[]> {
  const done = new Map(
    (
      await client.query<{ name: string; checksum: string }>(
        "select name, checksum from app_private.migrations",
      )
    ).rows.map((row) => [row.name, row.checksum]),
  );
  const names = readdirSync(migrationsDir)
    .filter((name) => name.endsWith(".sql"))
    .toSorted();
  const unknown = [...done.keys()].filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new AppError("not-set-up", {
      message: `This database was made by a newer version (it has ${unknown[0]}). Start that version; nothing was changed.`,
    });
  }
  const applied: string[] = [];
  for (const name of names) {
    const text = readFileSync(join(migrationsDir, name), "utf8");
    const checksum = createHash("sha256").update(text).digest("hex");
    if (done.get(name) === checksum) continue;
    if (done.has(name))
      throw new AppError("not-set-up", {
        message: `Migration ${name} was edited after it ran here. Restore the original file; nothing was changed.`,
      });
    await applyOne(client, name, text, checksum);
    applied.push(name);
  }
  return applied;
}

async function applyOne(client: Client, name: string, text: string, checksum: string): Promise<void> {
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

async function requireVersion(client: Client, options: Options): Promise<void> {
  const { rows } = await client.query<{ v: string }>("select current_setting('server_version_num') v");
  const version = Number(rows[0]!.v);
  if (version < 150_000)
    throw new AppError("not-set-up", {
      message: `PostgreSQL 15 or newer is needed; this server is ${version}.`,
    });
  // Row-level security bypass through ON CONFLICT DO UPDATE (CVE-2026-120154) is fixed from these minors on.
  const safe: Record<number, number> = { 15: 150_020, 16: 160_016, 17: 170_012, 18: 180_007 };
  const minimum = safe[Math.floor(version / 10_000)];
  if (minimum === undefined || version >= minimum) return;
  const message = `PostgreSQL ${version} is older than the safe minor ${minimum}: update the server.`;
  if (options.production) throw new AppError("not-set-up", { message });
  options.log?.info({ version, minimum }, "database server below the safe minor version");
}

async function ensureLogins(client: Client, keys: Keys): Promise<void> {
  const existing = new Set(
    (
      await client.query<{ rolname: string }>("select rolname from pg_roles where rolname = any($1)", [
        logins,
      ])
    ).rows.map((row) => row.rolname),
  );
  const statements = logins.flatMap((login) => {
    const options = `login nosuperuser nocreatedb nocreaterole noinherit nobypassrls password '${loginPassword(login, keys)}'`;
    return existing.has(login)
      ? [`alter role ${login} ${options}`]
      : [
          `create role ${login} ${options}`,
          `alter role ${login} set statement_timeout = '${login === "app_jobs" ? "10min" : "30s"}'`,
        ];
  });
  try {
    for (const statement of statements) await queryAlone(client, statement);
  } catch (error) {
    const shown = statements.map((statement) => statement.replace(/password '[^']*'/, "password '…'"));
    throw new AppError(
      "not-set-up",
      {
        message: `The given database user may not create roles (${(error as Error).message}). An administrator runs once: alter role CURRENT_OWNER createrole; or these statements with passwords of "tuwai database passwords":\n${shown.join(";\n")};`,
      },
      error,
    );
  }
}

/**
 * Roles belong to the whole server: a city in another database of it may be writing the same one at this moment, which
 * PostgreSQL answers with an internal error (XX000, "tuple concurrently updated") instead of waiting.
 */
async function queryAlone(client: Client, statement: string, attemptsLeft = 20): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    const isBusy = /concurrently updated/.test((error as Error).message);
    if (!isBusy || attemptsLeft === 0) throw error;
    await pause(20 + Math.random() * 80);
    await queryAlone(client, statement, attemptsLeft - 1);
  }
}

/** Ties the database to one region and one key set: other keys over these data are refused before anything is written. */
async function bindInstallation(client: Client, options: Options): Promise<void> {
  const pads = contextKeyPads(options.keys);
  await client.query(
    `insert into app_private.installation (only_row, region_code, key_fingerprint) values (true, $1, $2) on conflict do nothing`,
    [options.regionCode, options.keys.fingerprint],
  );
  const { rows } = await client.query<{ region_code: string; key_fingerprint: string }>(
    "select region_code, key_fingerprint from app_private.installation",
  );
  if (rows[0]!.key_fingerprint !== options.keys.fingerprint) {
    throw new AppError("not-set-up", {
      message:
        "The keys do not belong to this database. Put back the key file it was made with; nothing was changed.",
    });
  }
  if (rows[0]!.region_code !== options.regionCode) {
    throw new AppError("not-set-up", {
      message: `This database serves region ${rows[0]!.region_code}, not ${options.regionCode}.`,
    });
  }
  await client.query(
    `insert into app_private.context_keys (only_row, inner_pad, outer_pad) values (true, $1, $2) on conflict do nothing`,
    [pads.inner, pads.outer],
  );
}
