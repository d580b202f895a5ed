import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Client } from "pg";
import { beforeEach, expect, test } from "vitest";
import { type Actor, type Role, roles } from "#app";
import { logins } from "#database";
import { aSteppedUpActor, emptyDatabase, fillEveryTable, places, readRowsAs, placesDatabase } from "#testing";

// Migration 202611291710 gave the row policies another form. The policies before and after it are put over the same rows one
// after the other: every role's login must see, change, delete and be allowed to add exactly the same ones.
const changed = "202611291710_put-roles-inside-the-city-test.sql";
const migrationsDir = resolve(import.meta.dirname, "../../migrations");

const database = placesDatabase();

let threads: ReturnType<typeof placesDatabase>["threads"];
let owner: Client;

beforeEach(async () => {
  threads = database.threads;
  owner = new Client(database.url);
  await owner.connect();
  owner.on("error", () => {});
});

test("the roles inside the city test show, change, delete and let in the rows they did beside it", async () => {
  await fillEveryTable(owner, threads.naras.branch);
  // Grants are not what changed; without them the policies alone decide.
  await owner.query(
    `grant select, insert, update, delete on all tables in schema app, audit, pub to ${logins.join(", ")}`,
  );
  await owner.query(`grant usage on schema app, audit, pub to ${logins.join(", ")}`);
  await owner.query(probe);
  // Tables that later migrations renamed or dropped have left the comparison.
  const standing = new Set((await policiesOf(owner)).map(({ table }) => table));
  const [before, after] = (await policies()).map((set) => set.filter(({ table }) => standing.has(table)));
  expect(after).not.toEqual(before);
  await putPolicies(before!);
  const seenBefore = await seenByAll();
  await putPolicies(after!);
  const seenAfter = await seenByAll();
  expect(seenAfter).toEqual(seenBefore);
  // Not an empty comparison: of nearly every table somebody sees a row and somebody may add one.
  const tablesWith = (isReached: (parts: readonly string[]) => boolean) =>
    new Set(
      [...seenBefore].filter(([, reach]) => isReached(reach.split(" | "))).map(([key]) => key.split(" ")[1]),
    ).size;
  expect(tablesWith(([seen]) => seen !== "")).toBeGreaterThanOrEqual(30);
  expect(tablesWith((parts) => parts[3]!.includes("+"))).toBeGreaterThanOrEqual(25);
});

type Policy = { readonly name: string; readonly table: string; readonly statement: string };

/** The policies as the migrations before, and then the changed one, left them. */
async function policies(): Promise<readonly (readonly Policy[])[]> {
  const client = new Client(await emptyDatabase());
  await client.connect();
  await client.query("create schema app_private");
  const names = readdirSync(migrationsDir).toSorted();
  for (const name of names.filter((each) => each < changed)) await client.query(migration(name));
  const before = await policiesOf(client);
  await client.query(migration(changed));
  const after = await policiesOf(client);
  await client.end();
  return [before, after];
}

const migration = (name: string) => readFileSync(resolve(migrationsDir, name), "utf8");

async function policiesOf(client: Client): Promise<readonly Policy[]> {
  const { rows } = await client.query<Policy>(`
    select policyname as name, format('%I.%I', schemaname, tablename) as "table",
      format('create policy %I on %I.%I for %s to %s %s %s', policyname, schemaname, tablename, cmd, array_to_string(roles, ', '),
        'using (' || qual || ')', 'with check (' || with_check || ')') as statement
    from pg_policies where schemaname in ('app', 'audit', 'pub') order by 2, 1`);
  return rows;
}

async function putPolicies(wanted: readonly Policy[]): Promise<void> {
  for (const { name, table } of await policiesOf(owner)) await owner.query(`drop policy ${name} on ${table}`);
  for (const { statement } of wanted) await owner.query(statement);
}

/** What each role's login reaches in each table, as the row policies in force let it. */
async function seenByAll(): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'audit', 'pub') and c.relkind = 'r' order by 1`);
  const seen = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await owner.query<{ all: object[] }>(
      `select coalesce(jsonb_agg(t order by ctid), '[]') as all from ${name} t`,
    );
    const all = JSON.stringify(rows[0]!.all);
    for (const actor of actors()) {
      const [answer] = await readRowsAs<{ reach: string }>(
        database.app,
        actor,
        `select probe.reach('${name}', ?::jsonb) as reach`,
        all,
      );
      seen.set(`${actor.role}:${actor.scope ?? "-"} ${name}`, answer!.reach);
    }
  }
  return seen;
}

function actors(): readonly Actor[] {
  const scopes: Partial<Record<Role, string>> = {
    OPR: places.naras.code,
    KDS: places.naras.code,
    CMT: places.naras.kecamatan,
    BPJ: threads.naras.branch,
    BND: threads.naras.office,
    SPN: threads.naras.sponsor.scope!,
  };
  const own = roles.map((role) => aSteppedUpActor(database.app, role, scopes[role]));
  return [...own, aSteppedUpActor(database.app, "SPN", "no-id"), aSteppedUpActor(database.app, "SPN")];
}

/**
 * Everything the policies in force let the caller do with the rows of a table, in one statement that undoes itself: the rows
 * it sees, how many it changes and deletes, and which of all it might add (a second time breaks a key, but only after the
 * policies let it through).
 */
const probe = `
create schema probe;
create function probe.reach(target regclass, all_rows jsonb) returns text language plpgsql as $$
declare
  found text; changed text; deleted text; added text := ''; one jsonb; number bigint; first_column text;
begin
  select quote_ident(attname) into first_column from pg_attribute where attrelid = target and attnum = 1;
  execute format('select string_agg(ctid::text, $1 order by ctid) from %s', target) into found using ' ';
  begin
    execute format('update %s set %s = %2$s', target, first_column);
    get diagnostics number = row_count;
    raise exception using errcode = 'P0099';
  exception when sqlstate 'P0099' then changed := number; when others then changed := sqlstate;
  end;
  begin
    execute format('delete from %s', target);
    get diagnostics number = row_count;
    raise exception using errcode = 'P0099';
  exception when sqlstate 'P0099' then deleted := number; when others then deleted := sqlstate;
  end;
  for one in select * from jsonb_array_elements(all_rows) loop
    begin
      execute format('insert into %s select * from jsonb_populate_record(null::%1$s, $1)', target) using one;
      raise exception using errcode = 'P0099';
    exception when insufficient_privilege then added := added || '-'; when others then added := added || '+';
    end;
  end loop;
  return concat_ws(' | ', coalesce(found, ''), changed, deleted, added);
end $$;
grant usage on schema probe to public`;
