import { Client } from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "#app";
import {
  anActor,
  aSteppedUpActor,
  fillEveryTable,
  places,
  placesDatabase,
  readRows,
  readRowsAs,
} from "#testing";
import { cellOf, type Permission } from "#access";
import { guardedTables } from "./table-owners.ts";

const database = placesDatabase();

let threads: ReturnType<typeof placesDatabase>["threads"];

beforeEach(async () => {
  threads = database.threads;
  const owner = new Client(database.url);
  await owner.connect();
  await fillEveryTable(owner, threads.naras.branch);
  await owner.end();
});

/** The actor of a role in Naras; roles of the whole city and of an office have no place. */
function actorOf(role: Role): Actor {
  const scopes: Partial<Record<Role, string>> = {
    OPR: places.naras.code,
    KDS: places.naras.code,
    CMT: places.naras.kecamatan,
    BPJ: threads.naras.branch,
    BND: threads.naras.office,
    SPN: threads.naras.sponsor.scope!,
  };
  return aSteppedUpActor(database.app, role, scopes[role]);
}

/**
 * What somebody reads on the way to something else: whoever decides on a report opens, corrects or withdraws its case, and a list of
 * arrears says who is being rescued. Days, codes and amounts; no name, no note and no picture.
 */
const onTheWay: Readonly<Record<string, Permission>> = {
  "app.claims": "incident_report.decide",
  "app.claim_payments": "incident_report.decide",
  "app.rescues": "arrears.read",
};

type Row = {
  readonly id?: string;
  readonly regionCode: string;
  readonly villageCode?: string | null;
  readonly kecamatanCode?: string | null;
  readonly branch?: string;
};

/** Where a row says no village itself, the row that it hangs on does, as far as the same login sees that. */
const placed: Readonly<Record<string, string>> = {
  "app.child_handover_looks":
    "select l.*, h.village_code from app.child_handover_looks l left join app.child_handovers h on h.id = l.handover_id",
};

/** What the row policies show a role's login when the application's own check is gone. */
async function visible(actor: Actor, table: string): Promise<readonly Row[]> {
  try {
    return await readRowsAs<Row>(database.app, actor, placed[table] ?? `select * from ${table}`);
  } catch (error) {
    // 42501: the login has no grant on the table, or not on every column.
    expect((error as { code?: string }).code).toBe("42501");
    return [];
  }
}

const foreignMarks = () =>
  [threads.kampung, threads.elsewhere].flatMap(({ marks, place }) => [...marks, place.code]);

function isInScope(cell: string, actor: Actor, row: Row): boolean {
  if (row.regionCode !== actor.regionCode) return false;
  // The civil servant's own record.
  if (actor.role === "SPN" && row.id === actor.scope) return true;
  if (cell[0] === "V") return row.villageCode === actor.scope;
  if (cell[0] === "K") return row.kecamatanCode === actor.scope;
  // Branch, office and sponsor reach rows through others: whatever names the thread of another one is out of scope.
  if ("BUPO".includes(cell[0]!)) return !foreignMarks().some((mark) => JSON.stringify(row).includes(mark));
  return cell[0] === "C" || cell[0] === "r";
}

describe("with the application's check removed, row policies alone", () => {
  test("show no role anything that the matrix denies, and nothing outside its scope", async () => {
    const leaks: object[] = [];
    for (const role of roles) {
      const actor = actorOf(role);
      for (const [table, { reading }] of guardedTables) {
        if (reading === "open" || reading === "own") continue;
        const cell = cellOf(role, reading) ?? cellOf(role, onTheWay[table] ?? reading) ?? "-";
        const outside = (await visible(actor, table)).filter((row) => !isInScope(cell, actor, row)).length;
        if (outside > 0) leaks.push({ role, table, cell, outside });
      }
    }
    expect(leaks).toEqual([]);
  });

  test("show no role a row of another city in any table", async () => {
    const leaks: object[] = [];
    for (const role of roles) {
      for (const [table] of guardedTables) {
        const foreign = (await visible(actorOf(role), table)).filter(
          (row) => row.regionCode !== "13.77",
        ).length;
        if (foreign > 0) leaks.push({ role, table, foreign });
      }
    }
    expect(leaks).toEqual([]);
  });

  test("do show a village its own people, so that the two tests above can fail", async () => {
    expect(await visible(actorOf("OPR"), "app.persons")).toHaveLength(2);
    expect(await visible(actorOf("MGR"), "app.persons")).toHaveLength(4);
    expect(await visible(actorOf("CMT"), "app.persons")).toHaveLength(2);
    expect(await visible(actorOf("BPJ"), "app.packets")).toHaveLength(1);
    expect(await visible(actorOf("SPN"), "app.pledges")).toHaveLength(1);
    expect(await visible(actorOf("BND"), "app.pledges")).toHaveLength(1);
  });

  test("let no role delete, empty or rewrite what is append-only", async () => {
    const statements = [
      "delete from app.persons",
      "truncate app.cover_events",
      "delete from audit.entries",
      "update audit.entries set action = 'x'",
    ];
    for (const role of roles) {
      for (const statement of statements) {
        await expect(readRowsAs(database.app, actorOf(role), statement)).rejects.toMatchObject({
          code: "42501",
        });
      }
    }
  });

  test("a village cannot move a person to another village, nor attach work to a person it does not see", async () => {
    const actor = actorOf("OPR");
    await expect(
      readRowsAs(database.app, actor, `update app.persons set village_code = '${places.kampung.code}'`),
    ).rejects.toMatchObject({ code: "42501" });
    const [stranger] = await readRows<{ id: string }>(
      database.app,
      `select id from app.persons where village_code = '${places.kampung.code}'`,
    );
    const attach = `
      insert into app.endorsement_items (region_code, endorsement_id, village_code, kecamatan_code, person_id, included, judgement)
      select region_code, id, village_code, kecamatan_code, '${stranger!.id}', true, '{}' from app.endorsements`;
    await expect(readRowsAs(database.app, actor, attach)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the context that policies trust", () => {
  const count = "select count(*)::int as n from app.persons";

  test("forged, altered or of another login shows nothing", async () => {
    const actor = actorOf("OPR");
    const widened = [
      "app_village|13.77|13.77.01.1004|00000000-0000-7000-8000-000000000009|OPR|4102444800|" + "0".repeat(64),
      "app_city|13.77||00000000-0000-7000-8000-000000000009|MGR|4102444800|" + "0".repeat(64),
      "",
    ];
    for (const token of widened) {
      const rows = await readRowsAs<{ n: number }>(
        database.app,
        actor,
        `with forged as materialized (select set_config('app.context', '${token}', true)) select (select count(*)::int from app.persons, forged) as n`,
      );
      expect(rows[0]!.n).toBeLessThanOrEqual(2);
    }
    const after = await readRowsAs<{ n: number }>(database.app, actor, count);
    expect(after[0]!.n).toBe(2);
  });

  test("is gone after its transaction: a pooled connection shows the next borrower nothing of it", async () => {
    await readRowsAs(database.app, actorOf("OPR"), count);
    const other = anActor(database.app, "OPR", places.kampung.code);
    const rows = await readRowsAs<{ villageCode: string }>(
      database.app,
      other,
      "select village_code from app.persons",
    );
    expect(rows.map((row) => row.villageCode)).toEqual([places.kampung.code, places.kampung.code]);
  });
});

test("every table and view of app and audit says which permission reading it amounts to", async () => {
  const tables = await readRows<{ name: string }>(
    database.app,
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('app', 'audit') and c.relkind in ('r', 'v')`,
  );
  expect(tables.map(({ name }) => name).toSorted()).toEqual(guardedTables.map(([table]) => table).toSorted());
});

describe("the catalogue", () => {
  const findings: Record<string, string> = {
    "a table without forced row-level security": `select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'audit', 'pub') and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
    "a policy that lets everything through": `select policyname from pg_policies where schemaname in ('app', 'audit', 'pub')
      and (qual = 'true' or with_check = 'true')`,
    "a policy that does not begin with the city, for every role or for some of them": `select tablename, policyname
      from pg_policies cross join lateral (values (qual), (with_check)) as c (condition)
      where schemaname in ('app', 'audit', 'pub') and condition is not null
        and regexp_replace(condition, '[[:space:]]+', ' ', 'g') !~ '^[(]+region_code = [(] SELECT (app.region[(][)] AS region|CASE WHEN [(]app.actor_role[(][)] = ANY [(]''{[A-Z,]+}''::text\\[\\][)][)] THEN app.region[(][)] )'`,
    // Beside the city test a role tells the planner nothing: it expects one row of 200 and walks whole tables.
    "a policy that tests a role beside the city": `select tablename, policyname from pg_policies
      where schemaname in ('app', 'audit', 'pub')
        and coalesce(qual, '') || coalesce(with_check, '') ~ '\\( SELECT app.actor_role\\(\\) AS actor_role\\) = '`,
    "a policy that reads a key as text, so that no index serves": `select tablename, policyname from pg_policies
      where schemaname in ('app', 'audit', 'pub') and coalesce(qual, '') || coalesce(with_check, '') ~ 'id\\)?::text'`,
    "a definer function with a mutable search path": `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('app', 'audit', 'pub', 'app_private') and p.prosecdef and not coalesce(p.proconfig::text like '%search_path=%', false)`,
    "a definer function that anybody may call": `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('app', 'audit', 'pub', 'app_private') and p.prosecdef and has_function_privilege('public', p.oid, 'execute')`,
    "a login that owns something or steps around the policies": `select rolname from pg_roles r where rolname like 'app\\_%'
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or exists (select from pg_class c where c.relowner = r.oid))`,
    "a table without a description": `select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'audit', 'pub') and c.relkind = 'r' and obj_description(c.oid) is null`,
    // An endorsed list stays with its village when a person moves, and a move stands between two: both see whom they write of.
    "a foreign key between persons' tables that leaves out the village": `select k.conname from pg_constraint k
      where k.contype = 'f' and k.confrelid = 'app.persons'::regclass and cardinality(k.conkey) < 3
        and k.conrelid not in ('app.person_welfare'::regclass, 'app.person_memberships'::regclass, 'app.link_questions'::regclass,
          'app.identity_decisions'::regclass, 'app.endorsement_items'::regclass, 'app.person_moves'::regclass)`,
  };
  test("holds none of the shapes that have leaked elsewhere", async () => {
    for (const [what, query] of Object.entries(findings)) {
      expect({ what, found: await readRows(database.app, query) }).toEqual({ what, found: [] });
    }
  });
});
