import { rupiah } from "@tuwai/domain/money";
import { month, type Month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { receiptsApplier } from "#contributions";
import { verifyLedger } from "#ledger";
import { fundByCity } from "#matching";
import { resultsApplier } from "#packet-results";
import {
  aKpj,
  anActor,
  anEndorsedPerson,
  applyRows,
  branch,
  insertPlaces,
  openCity,
  readRows,
  runAsAdmin,
  testDatabase,
  type ThreadPerson,
  undoRows,
  sendReady,
} from "#testing";
import { drainToEmpty } from "#work";
import { getPeriod, previewMonth, startMonthRun } from "./index.ts";

const city = testDatabase();
const november = month("2026-11");
const december = month("2026-12");
let manager: Actor;
let officer: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  officer = anActor(city.app, "BPJ", branch);
});

/** People whom the city pays for, in a packet that made November owed and lies at BPJS. */
async function sentWorkers(count: number): Promise<readonly ThreadPerson[]> {
  const { app } = city;
  const persons: ThreadPerson[] = [];
  for (let n = 0; n < count; n += 1) persons.push(await anEndorsedPerson(app));
  const personIds = persons.map(({ id }) => id);
  await fundByCity(app, manager, { operationId: app.newId(), personIds, fundSource: "apbd" });
  await sendReady(app, manager, november);
  return persons;
}

/** The same, whom BPJS has taken in in November. */
async function members(count: number): Promise<readonly ThreadPerson[]> {
  const persons = await sentWorkers(count);
  const rows = persons.map(({ code }) => ({
    personCode: code,
    kpj: aKpj(),
    result: "accepted" as const,
    resultOn: "2026-11-21" as never,
  }));
  const file = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: city.app.newId() };
  await applyRows(city.app, officer, file, rows);
  return persons;
}

const preview = (of: Month) => previewMonth(city.app, manager, { month: of });
async function run(of: Month) {
  const started = await startMonthRun(city.app, manager, { operationId: city.app.newId(), month: of });
  await drainToEmpty(city.app);
  const { runs } = await getPeriod(city.app, manager, { month: of });
  return { started, last: runs[0]! };
}
const owed = (of: Month) =>
  readRows<{ rupiah: number; n: number }>(
    city.app,
    `select coalesce(sum(amount_rupiah), 0)::int as rupiah, count(*)::int as n from app.obligations
     where month = '${of}-01' and reversed_at is null`,
  ).then((rows) => rows[0]!);
const payable = (of: Month) =>
  readRows<{ amount: number }>(
    city.app,
    `select amount from app.ledger_balances where account = '2100:${of}'`,
  ).then((rows) => rows[0]?.amount);

describe("a month's run", () => {
  test("leaves what a packet made owed while BPJS has not answered", async () => {
    await sentWorkers(2);
    const before = await owed(november);
    expect(before.n).toBe(4);
    expect((await run(november)).last).toMatchObject({ added: 0, reversed: 0, parked: 0 });
    expect(await owed(november)).toEqual(before);
  });

  test("owes every active worker's month at the price of that month, as its preview said, and stands in the books", async () => {
    await members(3);
    const before = await preview(december);
    expect(before).toEqual({
      workers: 3,
      added: 6,
      addedRupiah: 50_400,
      reversed: 0,
      reversedRupiah: 0,
      parked: 0,
    });
    const { last } = await run(december);
    expect(last).toMatchObject({ ...before, month: december });
    expect(last.finishedAt).not.toBeNull();
    expect(await owed(december)).toEqual({ rupiah: 50_400, n: 6 });
    expect([await payable(november), await payable(december)]).toEqual([-50_400, -50_400]);
    expect(await readRows(city.app, "select id from app.ledger_entries")).toHaveLength(6);
    expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
  });

  test("does nothing more when it is run again, and one month is run once at a time", async () => {
    await members(2);
    await run(december);
    const { last } = await run(december);
    expect(last).toMatchObject({ workers: 2, added: 0, reversed: 0, parked: 0 });
    expect(await preview(november)).toMatchObject({ added: 0, reversed: 0 });
    const start = () => startMonthRun(city.app, manager, { operationId: city.app.newId(), month: december });
    expect((await start()).outcome).toBe("started");
    expect(await start()).toEqual({ outcome: "refused", reasons: ["already-running"] });
  });

  test("follows a death: the months after it are owed no more and leave the books", async () => {
    const [one] = await members(2);
    await run(december);
    await runAsAdmin(city.url, [`update app.persons set died_on = '2026-11-25' where id = '${one!.id}'`]);
    const { last } = await run(december);
    expect(last).toMatchObject({ added: 0, reversed: 2, reversedRupiah: 16_800 });
    expect(await payable(december)).toBe(-16_800);
    expect(await owed(november)).toMatchObject({ n: 4 });
    expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
  });

  test("leaves a month that BPJS received as it was paid", async () => {
    const [one] = await members(1);
    await run(december);
    const file = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: city.app.newId() };
    await applyRows(city.app, officer, file, [
      { personCode: one!.code, month: december, amount: rupiah(16_800), billingCode: "B1" },
    ]);
    await runAsAdmin(city.url, [`update app.persons set died_on = '2026-11-25' where id = '${one!.id}'`]);
    expect((await run(december)).last).toMatchObject({ reversed: 0 });
    expect(await getPeriod(city.app, manager, { month: december })).toMatchObject({
      lines: [{ fundSource: "apbd", owedWorkers: 1, owedRupiah: 16_800, paidWorkers: 1, paidRupiah: 16_800 }],
      sum: { owedRupiah: 16_800, paidRupiah: 16_800 },
    });
  });

  test("parks a worker with two payers, goes on with the rest, and lets go when it is mended", async () => {
    const [one] = await members(2);
    await runAsAdmin(city.url, [
      `insert into app.enrolments (region_code, id, village_code, kecamatan_code, person_id, programme, segment, sector, fund_source,
         wadah, from_month, state, accepted_on)
       select region_code, gen_random_uuid(), village_code, kecamatan_code, person_id, 'other', segment, sector, 'csr', 'SC', from_month,
         'accepted', accepted_on from app.enrolments where person_id = '${one!.id}'`,
    ]);
    expect((await run(december)).last).toMatchObject({ added: 2, parked: 1 });
    await runAsAdmin(city.url, [`delete from app.enrolments where programme = 'other'`]);
    expect((await run(december)).last).toMatchObject({ added: 2, parked: 0 });
    const open = await readRows(city.app, "select id from app.parked_months where resolved_at is null");
    expect(open).toEqual([]);
  });

  test("follows BPJS's answer: a refusal takes November out of the books, and taking the refusal back brings it in again", async () => {
    const [one] = await members(1);
    await drainToEmpty(city.app);
    await run(november);
    expect(await payable(november)).toBe(-16_800);
    const file = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: city.app.newId() };
    await applyRows(city.app, officer, file, [
      {
        personCode: one!.code,
        result: "rejected" as const,
        resultOn: "2026-11-21" as never,
        reason: "Keliru",
      },
    ]);
    const states = await readRows<{ state: string }>(city.app, "select state from app.enrolments");
    if (states[0]!.state === "rejected") {
      await run(november);
      expect(await payable(november)).toBe(0);
      await undoRows(city.app, officer, file);
      await run(november);
      expect(await payable(november)).toBe(-16_800);
    }
    expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
  });
});
