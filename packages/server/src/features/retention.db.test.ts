import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import type { App } from "#app";
import { anActor, insertBatch, insertPlaces, readRows, testDatabase } from "#testing";
import { listDeadWork, retryDeadWork } from "#upkeep";
import { drainToEmpty, passDay } from "#work";

// The rows of reliability.md G.3 whose tables exist: one day before its time a row stays, one day after it is gone, and a second
// night takes nothing more.
const city = testDatabase();

async function asOwner(text: string, values: readonly unknown[] = []): Promise<void> {
  const owner = new Client(city.url);
  await owner.connect();
  await owner.query(text, [...values]);
  await owner.end();
}

const names = async (query: string) =>
  (await readRows<{ name: string }>(city.app, query)).map(({ name }) => name).toSorted();

const listWork = () => names("select last_error as name from app.work where last_error is not null");

/** The names found before, after one night and after a second. */
async function nights(query: () => Promise<readonly string[]>) {
  const before = await query();
  await passDay(city.app);
  const first = await query();
  await passDay(city.app);
  return { before, first, second: await query() };
}

/** What was asked for `days` before the night that comes, give or take a day. */
const kept = (column: string, time: string) => ({
  young: `app.now() - interval '${time}' + interval '3 days'`,
  old: `app.now() - interval '${time}' - interval '1 day'`,
  column,
});

describe("what is kept too long goes at night", () => {
  test.each([
    ["audit.accesses", kept("purpose", "5 years")],
    ["audit.entries", kept("action", "10 years")],
  ])("the trail: %s", async (table, { young, old, column }) => {
    const more = table === "audit.accesses" ? "fields, person_ids" : "object_type, object_id";
    const values = table === "audit.accesses" ? `'{name}', array[gen_random_uuid()]` : "'x', 'x'";
    for (const [name, at] of [
      ["young", young],
      ["old", old],
    ])
      await asOwner(
        `insert into ${table} (id, region_code, at, actor_id, actor_role, ${column}, ${more})
         select gen_random_uuid(), '13.77', ${at}, gen_random_uuid(), 'MGR', '${name}', ${values}`,
      );
    const found = () => names(`select ${column} as name from ${table} where ${column} in ('young', 'old')`);
    expect(await nights(found)).toEqual({ before: ["old", "young"], first: ["young"], second: ["young"] });
  });

  test("finished work after 30 days; what failed stays until somebody has looked", async () => {
    const { young, old } = kept("", "30 days");
    for (const [name, done, failed] of [
      ["young", young, "null"],
      ["old", old, "null"],
      ["failed", "null", old],
    ])
      await asOwner(
        `insert into app.work (region_code, id, topic, payload, done_at, failed_at, last_error)
         select '13.77', gen_random_uuid(), 'coverage.publish', '{}', ${done}, ${failed}, '${name}'`,
      );
    expect(await nights(listWork)).toEqual({
      before: ["failed", "old", "young"],
      first: ["failed", "young"],
      second: ["failed", "young"],
    });
  });

  test("that a letter went out or failed after 30 days; one that still waits stays", async () => {
    await asOwner(`insert into auth."user" ("name", "email", "emailVerified") values ('A', 'a@b.id', true)`);
    await asOwner(
      `insert into auth.invitations (id, user_id, region_code, purpose, number, secret_digest, issued_by, issued_at, expires_at)
       select gen_random_uuid(), "id", '13.77', 'invitation', '0000', '', "id", app.now(), app.now() + interval '7 days' from auth."user"`,
    );
    const { young, old } = kept("", "30 days");
    for (const [asked, sent, failed] of [
      ["60 days", young, "null"],
      ["60 days", "null", young],
      ["90 days", old, "null"],
      ["90 days", "null", old],
      ["60 days", "null", "null"],
    ])
      await asOwner(
        `insert into auth.mails (id, invitation_id, user_id, region_code, sealed, asked_at, sent_at, failed_at)
         select gen_random_uuid(), id, user_id, region_code, null, app.now() - interval '${asked}', ${sent}, ${failed}
         from auth.invitations`,
      );
    const owner = new Client(city.url);
    await owner.connect();
    const found = async () => {
      const { rows } = await owner.query<{ name: string }>(
        `select (case when sent_at is not null then 'sent' when failed_at is not null then 'failed' else 'waiting' end)
           || case when asked_at < app.now() - interval '75 days' then ' long ago' else '' end as name
         from auth.mails order by 1`,
      );
      return rows.map(({ name }) => name);
    };
    const left = ["failed", "sent", "waiting"];
    expect(await nights(found)).toEqual({
      before: ["failed", "failed long ago", "sent", "sent long ago", "waiting"],
      first: left,
      second: left,
    });
    await owner.end();
  });

  test("sign-ins that ended: sessions, waiting codes, counted attempts", async () => {
    await asOwner(`insert into auth."user" ("name", "email", "emailVerified") values ('A', 'a@b.id', true)`);
    for (const [name, at] of [
      ["young", "now() + interval '1 hour'"],
      ["old", "now() - interval '1 hour'"],
    ]) {
      await asOwner(
        `insert into auth."session" ("expiresAt", "token", "updatedAt", "userId") select ${at}, '${name}', now(), "id" from auth."user"`,
      );
      await asOwner(
        `insert into auth."verification" ("identifier", "value", "expiresAt") select '${name}', 'x', ${at}`,
      );
    }
    await asOwner(
      `insert into auth.attempts (kind, account, address, failures, tried_at, succeeded_at)
       select 'password', convert_to(k, 'UTF8'), '', 1, now() - age, now() - known
       from (values ('young', interval '1 hour', null), ('known', interval '25 hours', interval '25 hours'), ('old', '25 hours', null))
         v (k, age, known)`,
    );
    const owner = new Client(city.url);
    await owner.connect();
    const found = async () => {
      const { rows } = await owner.query<{ name: string }>(
        `select 's ' || "token" as name from auth."session" union all select 'v ' || "identifier" from auth."verification"
         union all select 'a ' || convert_from(account, 'UTF8') from auth.attempts order by 1`,
      );
      return rows.map(({ name }) => name);
    };
    const young = ["a known", "a young", "s young", "v young"];
    const all = ["a known", "a old", "a young", "s old", "s young", "v old", "v young"];
    expect(await nights(found)).toEqual({ before: all, first: young, second: young });
    await owner.end();
  });

  test("sealed originals 90 days after their file was settled", async () => {
    await insertPlaces(city.app);
    const young = await anOriginal("86 days");
    const old = await anOriginal("91 days");
    const waiting = await anOriginal("200 days");
    await asOwner("update app.import_batches set state = 'received' where id = $1", [waiting]);
    const found = async () => [young, old, waiting].filter((id) => existsSync(originalOf(city.app, id)));
    expect(await nights(found)).toEqual({
      before: [young, old, waiting],
      first: [young, waiting],
      second: [young, waiting],
    });
    const receipts = await readRows(
      city.app,
      "select details from audit.entries where action = 'retention.forget-originals'",
    );
    expect(receipts).toEqual([{ details: { forgotten: 1 } }]);
  });
});

test("a night that would delete most originals refuses, until an administrator has looked at it", async () => {
  const { app } = city;
  await insertPlaces(app);
  const originals: string[] = [];
  for (let each = 0; each < 21; each += 1) originals.push(await anOriginal("91 days"));
  const left = () => originals.filter((id) => existsSync(originalOf(app, id))).length;
  await passDay(app);
  expect(left()).toBe(21);
  const admin = anActor(app, "ADM");
  const { rows } = await listDeadWork(app, admin, {});
  expect(rows).toMatchObject([{ topic: "imports.forget", error: "too-large" }]);
  await retryDeadWork(app, admin, { operationId: app.newId(), workId: rows[0]!.workId });
  await drainToEmpty(app);
  expect(left()).toBe(0);
});

test("a young city whose first originals all grow old at once forgets them: its nights follow on each other", async () => {
  const { app } = city;
  await insertPlaces(app);
  const originals: string[] = [];
  for (let each = 0; each < 21; each += 1) originals.push(await anOriginal("88 days"));
  const left = () => originals.filter((id) => existsSync(originalOf(app, id))).length;
  await passDay(app);
  expect(left()).toBe(21);
  for (let night = 0; night < 3; night += 1) await passDay(app);
  expect(left()).toBe(0);
});

/** A case that has been in its state for so long, with a picture, notes and what a doctor said; nobody's registered case. */
const aClaim = (state: string, age: string) =>
  asOwner(
    `set session_replication_role = replica;
     with c as (insert into app.claims (region_code, id, code, village_code, kecamatan_code, person_id, kind, happened_on, reported_at, state,
         state_since, closed_on, need_reason, facts_sealed)
       select '13.77', gen_random_uuid(), upper(left(translate(md5(random()::text), '01abe', '23456'), 12)), '13.77.03.2001', '13.77.03',
         gen_random_uuid(), 'natural-death', d, now(), '${state}', d, case when '${state}' = 'closed' then d end,
         case when '${state}' = 'in-need' then 'not-covered' end, '\\x01'
       from (select (app.now() - interval '${age}')::date as d) days returning *),
     s as (insert into app.claim_steps (region_code, id, claim_id, village_code, kecamatan_code, step, note_sealed, taken_role, taken_by, taken_at)
       select region_code, id, id, village_code, kecamatan_code, 'open', '\\x01', 'OPR', id, now() from c),
     v as (insert into app.family_visits (region_code, id, claim_id, village_code, kecamatan_code, stage, made_on, finding, need, note_sealed,
         noted_by, noted_role, noted_at)
       select region_code, id, id, village_code, kecamatan_code, 'day-30', now(), 'well', 'none', '\\x01', id, 'OPR', now() from c)
     insert into app.claim_documents (region_code, id, claim_id, village_code, kecamatan_code, code, state, file_name, file_type, file_hash, sealed,
         marked_by, marked_at)
       select region_code, id, id, village_code, kecamatan_code, 'death-certificate', 'have', 'akta.jpg', 'image/jpeg', sha256('x'), '\\x01', id,
         now() from c`,
  );

const keptFiles = () =>
  names(
    `select state || ' ' || (app.now()::date - state_since) / 300 || ' ' || concat_ws(' ', case when c.facts_sealed is not null then 'facts' end,
       case when c.forgotten_at is not null then 'forgotten' end,
       (select 'picture' from app.claim_documents d where d.claim_id = c.id and num_nonnulls(sealed, file_name, file_type, file_hash) = 4),
       (select 'note' from app.claim_steps s where s.claim_id = c.id and note_sealed is not null)) as name from app.claims c`,
  );

test("the file of a case five and a half years after it was closed, of one withdrawn after a year; the case stays", async () => {
  const all = "facts picture note";
  for (const [state, time] of [
    ["closed", "66 months"],
    ["withdrawn", "12 months"],
  ] as const)
    for (const more of [" - 3 days", " + 20 days"])
      await aClaim(state, `${time}${more.replace(/ (\d)/, "$1")}`);
  await aClaim("in-need", "80 months");
  const left = [
    `closed 6 ${all}`,
    "closed 6 forgotten",
    `in-need 8 ${all}`,
    `withdrawn 1 ${all}`,
    "withdrawn 1 forgotten",
  ];
  expect(await nights(keptFiles)).toEqual({
    before: [
      `closed 6 ${all}`,
      `closed 6 ${all}`,
      `in-need 8 ${all}`,
      `withdrawn 1 ${all}`,
      `withdrawn 1 ${all}`,
    ],
    first: left,
    second: left,
  });
  // What was said at a visit goes with the file of its case.
  expect(
    await names(
      "select distinct c.state as name from app.family_visits v join app.claims c on c.id = v.claim_id and c.forgotten_at is not null where v.note_sealed is not null",
    ),
  ).toEqual([]);
  expect(
    await readRows(city.app, "select from app.family_visits where note_sealed is not null"),
  ).toHaveLength(3);
  const receipts = await readRows(
    city.app,
    "select details from audit.entries where action = 'retention.forget-claims'",
  );
  expect(receipts).toEqual([{ details: { forgotten: 2 } }]);
});

const countPictures = async () => (await keptFiles()).filter((name) => name.includes("picture")).length;

test("a night that would take most files of cases refuses likewise", async () => {
  const { app } = city;
  for (let each = 0; each < 21; each += 1) await aClaim("closed", "70 months");
  await passDay(app);
  expect(await countPictures()).toBe(21);
  const admin = anActor(app, "ADM");
  const { rows } = await listDeadWork(app, admin, {});
  expect(rows).toMatchObject([{ topic: "claims.forget", error: "too-large" }]);
  await retryDeadWork(app, admin, { operationId: app.newId(), workId: rows[0]!.workId });
  await drainToEmpty(app);
  expect(await countPictures()).toBe(0);
});

const listOldAccesses = () => names("select purpose as name from audit.accesses where purpose = 'old'");

test("a night that would delete most of the trail refuses likewise", async () => {
  const { app } = city;
  await asOwner(
    `insert into audit.accesses (id, region_code, at, actor_id, actor_role, purpose, fields, person_ids)
     select gen_random_uuid(), '13.77', app.now() - interval '5 years 1 day', gen_random_uuid(), 'MGR', 'old', '{name}',
       array[gen_random_uuid()] from generate_series(1, 200)`,
  );
  await passDay(app);
  expect(await listOldAccesses()).toHaveLength(200);
  const admin = anActor(app, "ADM");
  const { rows } = await listDeadWork(app, admin, {});
  expect(rows).toMatchObject([{ topic: "audit.forget", error: "too-large" }]);
  await retryDeadWork(app, admin, { operationId: app.newId(), workId: rows[0]!.workId });
  await drainToEmpty(app);
  expect(await listOldAccesses()).toEqual([]);
});

function originalOf({ config }: App, batchId: string): string {
  return join(config.dataDir, "uploads", batchId);
}

/** A file that was applied so long ago, with its original. */
async function anOriginal(age: string): Promise<string> {
  const id = await insertBatch(city.app, "village-list");
  await asOwner(
    `update app.import_batches set uploaded_at = app.now() - interval '${age}', applied_at = app.now() - interval '${age}' where id = $1`,
    [id],
  );
  mkdirSync(join(city.app.config.dataDir, "uploads"), { recursive: true });
  writeFileSync(originalOf(city.app, id), "x");
  return id;
}
