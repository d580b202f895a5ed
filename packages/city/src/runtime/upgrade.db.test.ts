import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorOfEmail } from "@tuwai/server/accounts";
import type { App } from "@tuwai/server/app";
import { getImport } from "@tuwai/server/imports";
import { drainWork } from "@tuwai/server/work";
import { listWorkers } from "@tuwai/server/workers";
import { type OldCity, openOldCity } from "@tuwai/server/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openServer, readConfig, setUp } from "./index.ts";

type Unread = { readonly id: string; readonly village: string };
type Row = Readonly<Record<string, unknown>>;

const folder = mkdtempSync(join(tmpdir(), "tuwai-upgrade-"));
const closing: (() => Promise<void>)[] = [];
let old: OldCity;
let app: App;
let before: Awaited<ReturnType<typeof inventory>>;
let after: Awaited<ReturnType<typeof inventory>>;

beforeAll(async () => {
  old = await openOldCity(folder);
  closing.push(old.close);
  await takeBackAsBefore();
  before = await inventory();

  const config = readConfig({
    DATABASE_URL: old.url,
    TUWAI_DATA: old.dataDir,
    TUWAI_NOW: "2026-11-21T02:00:00Z",
  });
  const opened = await openServer(config);
  closing.push(opened.close);
  app = opened.app;
  await setUp(app, () => {});
  await drainWork(app);
  after = await inventory();
}, 120_000);
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
  rmSync(folder, { recursive: true, force: true });
});

/** A table that has another name since. */
const nameNow = (table: string) => (table === "app.outbox" ? "app.work" : table);

test("no table holds fewer rows than before", () => {
  expect(before.counts.get("app.persons")).toBe(85);
  const fewer = [...before.counts].filter(([table, rows]) => (after.counts.get(nameNow(table)) ?? 0) < rows);
  expect(fewer).toEqual([]);
});

test("nobody signs in as the roles that carry the grants any more", async () => {
  const roles = await old.query(
    "select from pg_roles where rolname in ('app_village', 'app_jobs') and rolcanlogin",
  );
  expect(roles).toEqual([]);
});

test("what was taken back under its key's name is taken back by its id", async () => {
  const reversals = await old.query<{ took: string; details: object }>(
    `select e.natural_key as took, r.details from app.cover_events r join app.cover_events e on e.id = r.reverses
     where r.type = 'reversed' order by 1`,
  );
  expect(reversals).toEqual([
    { took: "accepted|by mistake", details: {} },
    { took: "paid|2026-10|by mistake", details: {} },
  ]);
  const [rows] = await old.query<{ all: number; standing: number }>(
    "select (select count(*)::int from app.cover_events) as all, (select count(*)::int from app.standing_events) as standing",
  );
  expect(rows!.all - rows!.standing).toBe(4);
});

test("money is the same to the rupiah", () => {
  expect(before.money[0]).toMatchObject({ obligations: "168000" });
  expect(after.money).toEqual(before.money);
});

test("cover says the same of everybody, but that nobody is a participant whose payment is not known", () => {
  const now = new Map(after.cover.map((row) => [row["person_id"], row]));
  expect(before.cover.length).toBe(26);
  const noDates = { full_death_benefit_from: null, last_rescue_day: null, ends_on: null };
  const unpaid = new Map<unknown, object>([
    ["grace-1", { state: "waiting-first-payment", ...noDates }],
    ["covered", { state: "listed", covered_from: null, ...noDates }],
  ]);
  const expected = before.cover.map((row) =>
    row["paid_until"] === null ? { ...row, ...unpaid.get(row["state"]) } : row,
  );
  expect(new Set(expected.map((row) => row["state"]))).toEqual(
    new Set(["not-registered", "rejected", "waiting-first-payment", "listed", "covered"]),
  );
  expect(before.cover.map((row) => now.get(row["person_id"]))).toEqual(expected);
});

test("every person is found by code", async () => {
  const manager = await actorOfEmail(app, "mgr@demo.tuwai.id");
  const rows = await old.query<{ code: string }>("select code from app.persons");
  const found: string[] = [];
  for (const { code } of rows) {
    const { rows: workers } = await listWorkers(app, manager, { q: code, page: 1 });
    found.push(...workers.flatMap((worker) => worker.code ?? []));
  }
  expect(found).toEqual(rows.map((row) => row.code));
});

test("the old keys open every sealed number, and its digest finds it", async () => {
  for (const table of ["persons", "source_records"]) {
    const rows = await old.query<{ id: string; sealed: Buffer; digest: Buffer }>(
      `select id, nik_sealed as sealed, nik_index as digest from app.${table} where nik_sealed is not null`,
    );
    expect(rows.length).toBeGreaterThan(80);
    for (const { id, sealed, digest } of rows) {
      const nik = app.keys.open(sealed, { table, column: "nik", rowId: id });
      expect(app.keys.blindIndex("nik", nik).equals(digest)).toBe(true);
    }
  }
});

test("work that was open is done: people of the last file are judged, and the file nobody had read is read", async () => {
  const open = "select topic from app.work where done_at is null";
  expect(await old.query(open)).toEqual([]);
  const unjudged = `select p.code from app.persons p where p.target_group <> 'village-officer'
    and not exists (select from app.judgements j where j.person_id = p.id)`;
  expect(await old.query(unjudged)).toEqual([]);
  const [{ id, village }] = before.unread as [Unread];
  const operator = await actorOfEmail(app, `opr-${village}@demo.tuwai.id`);
  const batch = await getImport(app, operator, { batchId: id });
  expect(batch.state).toBe("checked");
  expect(batch.counts?.accepted).toBeGreaterThan(0);
});

test("every original lies in its place", async () => {
  const rows = await old.query<{ id: string }>("select id from app.import_batches");
  expect(readdirSync(join(folder, "data", "uploads")).toSorted()).toEqual(
    rows.map((row) => row.id).toSorted(),
  );
});

/** An event as the version before wrote it, of somebody whom BPJS has taken in. */
const event = (
  type: string,
  over: { readonly key: string; readonly month: string; readonly details: string },
) => `
  insert into app.cover_events (region_code, id, village_code, kecamatan_code, person_id, enrolment_id, type, effective_on,
    recorded_at, month, payer, details, evidence_type, evidence_id, natural_key)
  select region_code, gen_random_uuid(), village_code, kecamatan_code, person_id, enrolment_id, '${type}', effective_on,
    recorded_at, ${over.month}, payer, '${over.details}', evidence_type, evidence_id, '${over.key}'
  from (select * from app.cover_events where type = 'accepted' order by id limit 1) e`;

/** A result and a payment that the version before took back: it wrote the key of the event into that of its reversal. */
async function takeBackAsBefore(): Promise<void> {
  const answer = { key: "accepted|by mistake", month: "null", details: "{}" };
  const payment = { key: "paid|2026-10|by mistake", month: "'2026-10-01'", details: "{}" };
  const back = (of: typeof answer, details = "{}") => ({ ...of, key: `reversed|${of.key}`, details });
  for (const statement of [
    event("accepted", answer),
    event("paid", payment),
    event("reversed", back(answer, JSON.stringify({ takesBack: answer.key }))),
    event("reversed", back(payment)),
  ])
    await old.query(statement);
}

/** What must not get lost, as the owner sees it. */
async function inventory() {
  const tables = await old.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'audit', 'auth', 'pub') order by 1`,
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const rows = await old.query<{ n: number }>(`select count(*)::int as n from ${name}`);
    counts.set(name, rows[0]!.n);
  }
  const money = await old.query<Row>(`
    select (select sum(amount_rupiah) from app.obligations) as obligations,
      (select sum(amount_rupiah) from app.packet_lines) as lines, (select sum(cap_rupiah) from app.pledges) as pledges`);
  const cover = await old.query<Row>(`
    select person_id, state, covered_from::text, paid_until::text, full_death_benefit_from::text, last_rescue_day::text, ends_on::text
    from app.cover_states order by person_id`);
  const unread = await old.query<Unread>(
    "select id, village_code as village from app.import_batches where state = 'received'",
  );
  return { counts, money, cover, unread };
}
