import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "#app";
import { logins } from "#database";
import { aSteppedUpActor, fillEveryTable, places, placesDatabase, readRowsAs } from "#testing";

// What injected SQL could write with a valid context: each role's login against every table, found in the catalogue. A new
// table is covered by itself. Should it be told here, its migration says why: a column that is no writer and no moment of
// writing goes to app_private.unguarded, one that may be empty and is filled at birth to app_private.known_at_birth, and a
// login gets `update (columns)` instead of `update`.

const database = placesDatabase();

type Column = {
  readonly name: string;
  readonly kind: "actor" | "moment" | "scope" | "key";
  readonly parent: string | null;
};
type Table = { readonly name: string; readonly columns: readonly Column[]; readonly rows: readonly Row[] };
type Row = Readonly<Record<string, unknown>>;

const stranger = "00000000-0000-7000-8000-0000000000ff";
const longAgo = "2026-10-01T00:00:00Z";
let owner: Client;
let tables: readonly Table[];
let threads: typeof database.threads;

beforeEach(async () => {
  threads = database.threads;
  owner = new Client(database.url);
  await owner.connect();
  owner.on("error", () => {});
  await fillEveryTable(owner, threads.naras.branch);
  await owner.query(probe);
  tables = await readTables();
});
afterEach(() => owner.end());

const scopes = (): Partial<Record<Role, string>> => ({
  OPR: places.naras.code,
  KDS: places.naras.code,
  CMT: places.naras.kecamatan,
  BPJ: threads.naras.branch,
  BND: threads.naras.office,
  SPN: threads.naras.sponsor.scope!,
});
const actors = (): readonly Actor[] =>
  roles.map((role) => aSteppedUpActor(database.app, role, scopes()[role]));

describe("with a valid context and any SQL, no login", () => {
  test("adds a row for another place, in another's name, at another time, or hanging on what it does not see", async () => {
    const accepted: object[] = [];
    let controls = 0;
    const added = new Set<string>();
    for (const actor of actors()) {
      for (const table of tables) {
        const good = table.rows.map((row) => own(actor, table, row));
        const passing = await passes(actor, table.name, good);
        controls += passing.length > 0 ? 1 : 0;
        if (passing.length > 0) added.add(table.name);
        accepted.push(...(await acceptedWrongs(actor, table, passing)));
      }
    }
    expect(accepted).toEqual([]);
    // Each login may add something as itself, so that the above says more than that nobody may add anything.
    expect(controls).toBeGreaterThanOrEqual(60);
    const { rows } = await owner.query<{ name: string }>(
      `select distinct c.oid::regclass::text as name from pg_class c, pg_roles r where c.relnamespace in ('app'::regnamespace, 'audit'::regnamespace)
         and c.relkind = 'r' and r.rolname = any($1) and has_table_privilege(r.oid, c.oid, 'insert') order by 1`,
      [logins.filter((login) => login !== "app_jobs" && login !== "app_public")],
    );
    const filled = new Set(tables.filter((table) => table.rows.length > 0).map(({ name }) => name));
    // Of the three places nobody is left who could be enrolled once more.
    expect(rows.map(({ name }) => name).filter((name) => filled.has(name) && !added.has(name))).toEqual([
      "app.enrolments",
    ]);
  });

  test("changes who wrote a row, when, or where it belongs", async () => {
    const accepted: object[] = [];
    for (const actor of actors())
      for (const table of tables) accepted.push(...(await changedWrongly(actor, table)));
    expect(accepted).toEqual([]);
  }, 120_000);

  test("deletes anything but rows of its own unfinished files and lists", async () => {
    const { rows } = await owner.query<{ may: string }>(
      `select concat_ws(' ', r.rolname, c.oid::regclass) as may from pg_roles r, pg_class c
       where r.rolname = any($1) and c.relnamespace in ('app'::regnamespace, 'audit'::regnamespace, 'pub'::regnamespace)
         and has_table_privilege(r.oid, c.oid, 'delete, truncate') order by 1`,
      [logins.filter((login) => login !== "app_jobs")],
    );
    expect(rows.map(({ may }) => may)).toEqual([
      "app_bpjs app.import_rows",
      "app_city app.import_rows",
      "app_city app.packet_lines",
      "app_city app.person_records",
      "app_village app.import_rows",
      "app_village app.person_records",
    ]);
    for (const { name } of tables) {
      const gone = await answerOf(
        aSteppedUpActor(database.app, "OPR", places.naras.code),
        "select probe.remove(?, ?) as answer",
        name,
        places.naras.code,
      );
      expect({ name, gone }).toEqual({ name, gone: 0 });
    }
  });
});

async function acceptedWrongs(actor: Actor, table: Table, rows: readonly Row[]): Promise<readonly object[]> {
  const accepted: object[] = [];
  // Two rows of a table stand for the others.
  for (const { what, row } of rows.slice(0, 2).flatMap((each) => spoilt(actor, table, each)))
    if ((await passes(actor, table.name, [row])).length > 0)
      accepted.push({ role: actor.role, table: table.name, what });
  return accepted;
}

async function changedWrongly(actor: Actor, { name: table, columns }: Table): Promise<readonly object[]> {
  const accepted: object[] = [];
  for (const column of columns.filter(
    ({ name, kind }) => kind !== "key" && (name !== "village_code" || isOfVillage(actor)),
  )) {
    const statement = "select probe.change(?, ?, ?) as answer";
    const changed = await answerOf(actor, statement, table, column.name, wrong(column));
    if (changed > 0) accepted.push({ role: actor.role, table, column: column.name });
  }
  return accepted;
}

const operator = () => aSteppedUpActor(database.app, "OPR", places.naras.code);

describe("four eyes hold in the database", () => {
  test("an operator neither approves a file, nor becomes another sender of it, nor decides a list", async () => {
    const statements = [
      `update app.import_batches set approved_by = '${operator().userId}', state = 'applying'`,
      "update app.import_batches set uploaded_by = app.actor_id()",
      "update app.endorsements set state = 'approved', decided_by = app.actor_id(), decided_at = app.now() where state = 'proposed'",
      "update app.endorsements set state = 'approved' where state = 'proposed'",
    ];
    for (const statement of statements)
      await expect(readRowsAs(database.app, operator(), statement)).rejects.toMatchObject({
        code: /42501|23514/,
      });
  });

  test("more than 200 rows are not applied by naming the state", async () => {
    await owner.query("set session_replication_role = replica");
    await owner.query(`insert into app.import_rows (region_code, batch_id, sheet, row_no, village_code, outcome)
      select region_code, id, 7, n, village_code, 'accepted' from app.import_batches, generate_series(1, 201) n where id = '${threads.naras.batchId}'`);
    const apply = `update app.import_batches set state = 'applying' where id = '${threads.naras.batchId}'`;
    await expect(readRowsAs(database.app, operator(), apply)).rejects.toMatchObject({ code: "42501" });
  });

  test("no notice goes to another village, and no night is set going by day", async () => {
    const notice = `insert into app.notifications (id, region_code, role, scope, kind) values (gen_random_uuid(), '13.77', 'OPR', '${places.kampung.code}', 'life-event-recorded')`;
    const night =
      "insert into app.work (id, region_code, topic, payload) values (gen_random_uuid(), '13.77', 'audit.forget', '{}')";
    for (const statement of [notice, night])
      await expect(readRowsAs(database.app, operator(), statement)).rejects.toMatchObject({ code: "42501" });
  });
});

test("every key between a city's tables names the city, and the village where both have one of their own", async () => {
  const { rows } = await owner.query(keysWithoutScope);
  expect(rows).toEqual([]);
});

/** The row as its actor would write it now: own place where the login has one, own name, this moment, nothing of later. */
function own(actor: Actor, table: Table, row: Row): Row {
  const marks = table.columns.flatMap(({ name, kind }) => {
    if (row[name] === null) return [];
    if (kind === "actor") return [[name, actor.userId]];
    return kind === "moment" ? [[name, "2026-11-21T02:00:00Z"]] : [];
  });
  const fresh = {
    ...("id" in row ? { id: randomUUID() } : {}),
    ...("code" in row ? { code: anotherCode(String(row["code"])) } : {}),
    ...("natural_key" in row ? { natural_key: randomUUID() } : {}),
  };
  return { ...row, ...fresh, ...Object.fromEntries(marks), ...bornAs(table.name) };
}

/** A code that nobody has yet: of those that are read aloud of the same length and letters, a kind of paper as it is. */
function anotherCode(code: string): string {
  if (code.startsWith("death-")) return code;
  if (!/^[2-9A-Z]{12,20}$/.test(code)) return randomUUID();
  const letters = randomUUID().replaceAll("-", "").slice(0, code.length).toUpperCase();
  return letters.replaceAll(/[01ABE]/g, "X");
}

/** First states, where a table has some. */
const bornAs = (table: string): Row =>
  ({
    "app.import_batches": { state: "received", approved_by: null, applied_at: null },
    "app.endorsements": { state: "proposed", decided_by: null, decided_at: null },
    "app.sponsorships": { state: "proposed", decided_by: null, decided_at: null, ended_at: null },
    "app.enrolments": { state: "ready" },
    "app.packets": { state: "draft", sent_by: null, sent_at: null },
    "app.packet_lines": { state: "waiting" },
    "app.notifications": { kind: "life-event-recorded" },
  })[table] ?? {};

function wrong({ name, kind }: Column): string {
  if (kind === "actor") return stranger;
  if (kind === "moment") return longAgo;
  return name === "region_code" ? places.elsewhere.region : places.kampung.code;
}

/** Those of the whole city may set any of its villages. */
const isOfVillage = ({ role }: Actor) => role === "OPR" || role === "KDS";

/** The row with one thing wrong with it, once for each thing. */
function spoilt(
  actor: Actor,
  table: Table,
  row: Row,
): readonly { readonly what: string; readonly row: Row }[] {
  return table.columns.flatMap((column) => {
    const { name, kind, parent } = column;
    if (kind === "key") {
      // Those of the whole city see every village's rows; of another city they see none.
      const foreign = tables
        .find((each) => each.name === parent)
        ?.rows.find((each) => each["region_code"] === places.elsewhere.region);
      return foreign?.["id"] === undefined
        ? []
        : [{ what: `${name} of another city`, row: { ...row, [name]: foreign["id"], _key: true } }];
    }
    if (name === "village_code" && !isOfVillage(actor)) return [];
    return [{ what: name, row: { ...row, [name]: wrong(column) } }];
  });
}

async function passes(actor: Actor, table: string, rows: readonly Row[]): Promise<readonly Row[]> {
  if (rows.length === 0) return [];
  const [answer] = await readRowsAs<{ passed: readonly number[] }>(
    database.app,
    actor,
    "select probe.add(?, ?::jsonb) as passed",
    table,
    JSON.stringify(rows),
  );
  return answer!.passed.map((index) => rows[index - 1]!);
}

async function answerOf(actor: Actor, query: string, ...values: readonly string[]): Promise<number> {
  const [row] = await readRowsAs<{ answer: number }>(database.app, actor, query, ...values);
  return row!.answer;
}

async function readTables(): Promise<readonly Table[]> {
  const { rows } = await owner.query<Omit<Table, "rows">>(`
    select t.oid::regclass::text as name, coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'parent', k.parent, 'kind', case
        when a.attname in ('region_code', 'village_code') then 'scope' when k.parent is not null then 'key'
        when a.atttypid = 'timestamptz'::regtype then 'moment' else 'actor' end)), '[]') as columns
    from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join lateral (select c.confrelid::regclass::text as parent from pg_constraint c
        where c.conrelid = t.oid and c.contype = 'f' and a.attnum = c.conkey[cardinality(c.conkey)] limit 1) k on true
    where t.relkind = 'r' and t.relnamespace in ('app'::regnamespace, 'audit'::regnamespace)
      and (a.attname in ('region_code', 'village_code') or k.parent is not null or a.atttypid = 'timestamptz'::regtype
        or (a.atttypid = 'uuid'::regtype and a.attname ~ '(^actor_id|_by)$'))
      and not exists (select from app_private.unguarded u where u.target::regclass = t.oid and u.column_name = a.attname)
    group by t.oid order by 1`);
  const filled: Table[] = [];
  for (const { name, columns } of rows) {
    const { rows: found } = await owner.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${name} t limit 40`,
    );
    filled.push({ name, columns, rows: found.map(({ row }) => row) });
  }
  return filled;
}

const keysWithoutScope = `
  with scoped as (select t.oid, exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'region_code') as has_city
    from pg_class t where t.relkind = 'r' and t.relnamespace in ('app'::regnamespace, 'audit'::regnamespace, 'pub'::regnamespace))
  select c.conrelid::regclass::text as "table", pg_get_constraintdef(c.oid) as key from pg_constraint c
    join scoped child on child.oid = c.conrelid and child.has_city join scoped parent on parent.oid = c.confrelid and parent.has_city
  where c.contype = 'f' and not exists (select from pg_attribute a
    where a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname = 'region_code')`;

/** What the policies, grants, triggers and keys let the caller do, each attempt undone. */
const probe = `
create schema probe;
create function probe.add(target text, all_rows jsonb) returns int[] language plpgsql as $$
declare passed int[] := '{}'; n int := 0; one jsonb;
begin
  for one in select * from jsonb_array_elements(all_rows) loop
    n := n + 1;
    begin
      execute format('insert into %s select * from jsonb_populate_record(null::%1$s, $1)', target) using one;
      raise exception using errcode = 'P0099';
    exception when insufficient_privilege or foreign_key_violation or check_violation then null;
      when sqlstate 'P0099' then passed := passed || n;
      -- A unique key speaks after the policies and before the other keys.
      when unique_violation then if not one ? '_key' then passed := passed || n; end if;
    end;
  end loop;
  return passed;
end $$;
create function probe.change(target text, column_name text, value text) returns int language plpgsql as $$
declare changed int := 0;
begin
  execute format('update %s set %I = %L where %2$I is distinct from %3$L', target, column_name, value);
  get diagnostics changed = row_count;
  raise exception using errcode = 'P0099';
exception when sqlstate 'P0099' then return changed; when others then return 0;
end $$;
create function probe.remove(target text, village text) returns int language plpgsql as $$
declare gone int := 0;
begin
  execute format('delete from %s where village_code is distinct from %L', target, village);
  get diagnostics gone = row_count;
  raise exception using errcode = 'P0099';
exception when sqlstate 'P0099' then return gone; when others then return 0;
end $$;
grant usage on schema probe to public`;
