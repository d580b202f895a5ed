import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { AppError, type Log } from "#ground";
import type { Keys } from "#keys";
import { type Login, loginName, loginPassword, logins } from "./logins.ts";

type Options = { readonly keys: Keys; readonly log?: Log };

/**
 * The roles that carry grants, this installation's own member of each, and a database that lets no other installation's in.
 * A login may change its own password and settings, which PostgreSQL cannot forbid: every start sets them right again.
 */
export async function ensureLogins(client: Client, { keys, log }: Options): Promise<void> {
  try {
    for (const group of logins) await ensureGroup(client, group);
    for (const group of logins) await ensureLogin(client, group, keys);
    for (const group of logins) await closeOldLogin(client, group);
  } catch (error) {
    throw new AppError(
      "not-set-up",
      {
        message: `The given database user may not create or grant roles (${(error as Error).message}). An administrator runs once: alter role CURRENT_OWNER createrole; and, where another city's owner made them: grant ${logins.join(", ")} to CURRENT_OWNER with admin option;`,
      },
      error,
    );
  }
  await letInOnly(client, keys, log);
}

async function ensureGroup(client: Client, group: Login): Promise<void> {
  if ((await rolesNamed(client, group)).length > 0) return;
  // Another city's start, in another database of this server, may be making it at this moment.
  await queryAlone(
    client,
    `do $$ begin create role ${group} nologin nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
     exception when duplicate_object or unique_violation then null; end $$`,
  );
}

async function ensureLogin(client: Client, group: Login, keys: Keys): Promise<void> {
  const name = loginName(group, keys);
  const password = loginPassword(group, keys);
  const [existing] = await rolesNamed(client, name);
  await queryAlone(
    client,
    existing
      ? `alter role ${name} login inherit password '${password}'`
      : `create role ${name} login nosuperuser nocreatedb nocreaterole inherit nobypassrls password '${password}'`,
  );
  if (!existing?.groups.includes(group)) await queryAlone(client, await grantOf(client, group, name));
  for (const part of ["", `in database ${await databaseName(client)}`])
    await queryAlone(client, `alter role ${name} ${part} reset all`);
  await queryAlone(
    client,
    `alter role ${name} set statement_timeout = '${group === "app_jobs" ? "10min" : "30s"}'`,
  );
}

async function databaseName(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("select quote_ident(current_database()) as name");
  return rows[0]!.name;
}

/** A member has what the group has, and cannot become it. */
async function grantOf(client: Client, group: Login, name: string): Promise<string> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  // Before version 16 membership had no options of its own.
  return `grant ${group} to ${name}${rows[0]!.version < 160_000 ? "" : " with inherit true, set false"}`;
}

/** Versions before had people sign in as the group: closed when no city on this server still does. */
async function closeOldLogin(client: Client, group: Login): Promise<void> {
  const [role] = await rolesNamed(client, group);
  if (!role?.canLogin) return;
  const { rows } = await client.query(
    `select from pg_shdepend d join pg_database b on b.oid = d.dbid
     where d.refclassid = 'pg_authid'::regclass and d.refobjid = $1::regrole and b.datname <> current_database()
       and has_database_privilege('public', b.oid, 'connect') limit 1`,
    [group],
  );
  if (rows.length === 0) await queryAlone(client, `alter role ${group} nologin password null`);
}

/** This database opens to its owner and this installation's logins: another city's on the same server stay outside. */
async function letInOnly(client: Client, keys: Keys, log?: Log): Promise<void> {
  const name = await databaseName(client);
  const { rows } = await client.query<{ open: boolean; mine: boolean }>(
    `select has_database_privilege('public', oid, 'connect') as open,
       pg_has_role(datdba, 'usage') as mine
     from pg_database where datname = current_database()`,
  );
  const { open, mine } = rows[0]!;
  if (!mine) {
    log?.warn(
      { database: name },
      "the database belongs to another role: who may connect to it was not changed",
    );
    return;
  }
  const names = logins.map((login) => loginName(login, keys)).join(", ");
  await queryAlone(client, `grant connect on database ${name} to ${names}`);
  if (open) await queryAlone(client, `revoke connect, temporary on database ${name} from public`);
}

type Role = { readonly canLogin: boolean; readonly groups: readonly string[] };

async function rolesNamed(client: Client, name: string): Promise<readonly Role[]> {
  const { rows } = await client.query<Role>(
    `select rolcanlogin as "canLogin", array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid
       where m.member = r.oid) as groups
     from pg_roles r where rolname = $1`,
    [name],
  );
  return rows;
}

/**
 * Roles belong to the whole server: a city in another database of it may be writing the same one at this moment, which
 * PostgreSQL answers with an internal error (XX000, "tuple concurrently updated"), or with a duplicate in its own catalogue, instead of
 * waiting.
 */
async function queryAlone(client: Client, statement: string, attemptsLeft = 20): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    const isBusy = /concurrently (updated|deleted)|pg_\w+_index/.test((error as Error).message);
    if (!isBusy || attemptsLeft === 0) throw error;
    await pause(20 + Math.random() * 80);
    await queryAlone(client, statement, attemptsLeft - 1);
  }
}
