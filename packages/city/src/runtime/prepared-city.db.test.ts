import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { preparedCity } from "@tuwai/demo/city";
import { actorOfEmail, signIn } from "@tuwai/server/accounts";
import { type App, type Config } from "@tuwai/server/app";
import { connectBypassing } from "@tuwai/server/backup";
import { verifyLedger } from "@tuwai/server/ledger";
import { openPrepared, restorePrepared, writePrepared } from "@tuwai/server/prepared-city";
import { emptyDatabase } from "@tuwai/server/testing";
import { passDay } from "@tuwai/server/work";
import { listWorkers } from "@tuwai/server/workers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keptFiles, openServer, prepareDemo, readConfig, restoreDemo, setUp } from "./index.ts";

/** As `tuwai demo prepare` has it. */
const until = "2026-11-30T02:00:00Z";
/** Small enough to be lived through at every change. */
const made = { scale: 0.02, months: 1, kecamatan: 1 };
const folder = mkdtempSync(join(tmpdir(), "tuwai-prepared-"));
const file = join(folder, "kota.tuwai");
const closing: (() => Promise<void>)[] = [];
let lived: App;
let restored: App;

beforeAll(async () => {
  const first = await aPlace("lived");
  const of = { databaseUrl: first.databaseUrl, dataDir: first.dataDir };
  await prepareDemo({ ...of, region: "13.77", ...made, until, out: file }, () => {});
  lived = await opened(first);
  await passDay(lived);
  await writePrepared(lived, { path: file, made, files: await keptFiles(lived) });
  const second = await aPlace("restored");
  expect(await restoreDemo(second, () => {}, file)).toBe(true);
  restored = await opened(second);
}, 180_000);
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a demo city lived through once and restored elsewhere", () => {
  test("is the same in every table once its sealed values are opened, though its keys are others", async () => {
    expect(restored.keys.fingerprint).not.toBe(lived.keys.fingerprint);
    const again = join(folder, "lagi.tuwai");
    await writePrepared(restored, {
      path: again,
      made,
      files: await keptFiles(restored),
    });
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
    const [there] = await readRows<{ persons: number; events: number; entries: number }>(
      restored,
      "select (select count(*) from app.persons)::int as persons, (select count(*) from app.cover_events)::int as events, (select count(*) from app.ledger_entries)::int as entries",
    );
    expect(there!.persons).toBeGreaterThan(50);
    expect(there!.events).toBeGreaterThan(5);
    expect(there!.entries).toBeGreaterThan(3);
  });

  test("has the same tables, indexes, constraints, policies and triggers at work", async () => {
    const shape = await shapeOf(restored);
    expect(shape.length).toBeGreaterThan(500);
    expect(shape).toEqual(await shapeOf(lived));
  });

  test("breaks no foreign key, although none was asked while it came in", async () => {
    const keys = await readRows<{ name: string; broken: string }>(restored, foreignKeys);
    expect(keys.length).toBeGreaterThan(50);
    const broken: string[] = [];
    for (const { name, broken: query } of keys)
      if ((await readRows(restored, query)).length > 0) broken.push(name);
    expect(broken).toEqual([]);
  });

  test("ends its books and its trail in the same hashes, and every one before fits", async () => {
    const state = await verifyLedger(restored);
    expect(state).toMatchObject({ ok: true, firstFault: null });
    expect(state.entries).toBe((await verifyLedger(lived)).entries);
    expect(state.entries).toBeGreaterThan(100);
  });

  test("lets its people sign in, finds a worker by the NIK, and keeps the originals and the lists to take in", async () => {
    const email = "mgr@demo.tuwai.id";
    const answer = await signIn(restored, { email, password: "satu-pegawai-satu-pekerja" }, new Headers());
    expect(answer.outcome).toBe("signed-in");
    const [worker] = await readRows<{ id: string; code: string; nik_sealed: Buffer }>(
      restored,
      "select id, code, nik_sealed from app.persons where nik_sealed is not null and withdrawn_at is null order by id limit 1",
    );
    const nik = restored.keys.open(worker!.nik_sealed, {
      table: "persons",
      column: "nik",
      rowId: worker!.id,
    });
    const operator = await actorOfEmail(restored, "dat@demo.tuwai.id");
    const found = await listWorkers(restored, operator, { q: nik });
    expect(found.rows.map(({ code }) => code)).toContain(worker!.code);
    expect(filesIn(restored, "uploads")).toEqual(filesIn(lived, "uploads"));
    const lists = filesIn(restored, "demo/berkas/desa");
    expect(lists.length).toBeGreaterThan(3);
    expect(lists.filter((list) => !filesIn(lived, "demo/berkas/desa").includes(list))).toEqual([]);
  });

  test("stands at the moment it was lived to, also when real time has passed it, and setting it up adds nothing", async () => {
    const before = await countAll(restored);
    await setUp(restored, () => {});
    expect(restored.clock.now().toISOString()).toBe(lived.clock.now().toISOString());
    expect(await countAll(restored)).toEqual(before);
  });
});

describe("the city that npm start restores", () => {
  test("is whole, and its schema is one that this program still has", async () => {
    const { migrations, rows } = await openPrepared(preparedCity);
    const own = resolve(import.meta.dirname, "../../../server/migrations");
    for (const { name, checksum } of migrations) {
      const text = readFileSync(join(own, name), "utf8");
      expect(createHash("sha256").update(text).digest("hex"), name).toBe(checksum);
    }
    expect(rows["app.enrolments"]).toBeGreaterThan(500);
    expect(rows["app.ledger_closings"]).toBeGreaterThan(10);
  });
});

test("a prepared city goes into no database that holds one, into no real city and under no other moment", async () => {
  const before = await countAll(lived);
  await expect(restorePrepared(lived, file)).rejects.toMatchObject({ code: "conflict" });
  expect(await countAll(lived)).toEqual(before);
  const place = await aPlace("another");
  for (const other of [{ demo: false }, { fixedNow: new Date(until) }, { regionCode: "13.75" }])
    expect(await restoreDemo({ ...place, ...other }, () => {}, file)).toBe(false);
  expect(existsSync(join(place.dataDir, "keys"))).toBe(false);
});

test("an altered file is refused and leaves a database into which the good one still goes", async () => {
  const place = await aPlace("altered");
  const bytes = readFileSync(file);
  bytes[bytes.length - 5]! ^= 1;
  const altered = join(folder, "berubah.tuwai");
  writeFileSync(altered, bytes);
  await expect(restoreDemo(place, () => {}, altered)).rejects.toThrow();
  expect(await restoreDemo(place, () => {}, file)).toBe(true);
}, 120_000);

async function aPlace(name: string): Promise<Config> {
  const databaseUrl = await emptyDatabase((drop) => closing.push(drop));
  return readConfig({ DATABASE_URL: databaseUrl, TUWAI_DATA: join(folder, name) });
}

async function opened(config: Config): Promise<App> {
  const { app, close } = await openServer(config);
  closing.push(close);
  return app;
}

function filesIn({ config }: App, path: string): readonly string[] {
  return readdirSync(join(config.dataDir, path)).toSorted().map((name) => `${name} ${statSync(join(config.dataDir, path, name)).size}`); // prettier-ignore
}

/** As the owner: what no login of the application sees. */
async function readRows<Row extends object>({ config }: App, query: string): Promise<readonly Row[]> {
  const client = await connectBypassing(config.databaseUrl);
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

async function countAll(app: App): Promise<unknown> {
  const tables = await readRows<{ name: string }>(
    app,
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'audit', 'auth', 'pub') and tablename not in ('session', 'attempts', 'work') order by 1",
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`);
  return readRows(app, counts.join(" union all "));
}

function shapeOf(app: App): Promise<readonly unknown[]> {
  return readRows(
    app,
    `select * from (
       select 'index' as kind, schemaname as place, indexname as name, indexdef as text from pg_indexes
       union all select 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid) || convalidated from pg_constraint where conrelid <> 0
       union all select 'policy', schemaname || '.' || tablename, policyname, concat_ws('|', roles, cmd, qual, with_check) from pg_policies
       union all select 'trigger', tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal
       union all select 'table', oid::regclass::text, relkind::text, concat_ws('|', relrowsecurity, relforcerowsecurity, relacl) from pg_class where relkind = 'r'
     ) shape where place !~ '^pg_|information_schema' order by 1, 2, 3, 4`,
  );
}

/** For every foreign key a query for one row that it should not allow. */
const foreignKeys = `
  select k.conname as name, format('select from %s c where %s and not exists (select from %s p where %s) limit 1',
    k.conrelid::regclass,
    (select string_agg(format('c.%I is not null', a.attname), ' and ') from unnest(k.conkey) n join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n),
    k.confrelid::regclass,
    (select string_agg(format('p.%I = c.%I', f.attname, a.attname), ' and ') from unnest(k.conkey, k.confkey) as n(mine, theirs)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.mine join pg_attribute f on f.attrelid = k.confrelid and f.attnum = n.theirs)) as broken
  from pg_constraint k where k.contype = 'f'`;
