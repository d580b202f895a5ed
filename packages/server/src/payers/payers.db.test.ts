import { rupiah } from "@tuwai/domain/money";
import { month, type Month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { receiptsApplier } from "#contributions";
import { refreshAllCover } from "#cover";
import { verifyLedger } from "#ledger";
import { fundByCity, listWaiting } from "#matching";
import { listMemberChanges } from "#member-changes";
import { startMonthRun } from "#month-runs";
import { resultsApplier } from "#packet-results";
import { listTasks } from "#tasks";
import {
  aKpj,
  anActor,
  anEndorsedPerson,
  applyRows,
  branch,
  insertPlaces,
  openCity,
  places,
  readRows,
  sendReady,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { drainToEmpty } from "#work";
import {
  enterPayer,
  enterPeriod,
  getPayer,
  handOverWorkers,
  listPayers,
  notePayer,
  previewHandOver,
  undoHandOver,
  withdrawPeriod,
} from "./index.ts";

const city = testDatabase();
const [november, december, january] = [month("2026-11"), month("2026-12"), month("2027-01")];
let manager: Actor;
let officer: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  officer = anActor(city.app, "BPJ", branch);
});
const op = () => ({ operationId: city.app.newId() });

/** Workers whom the city pays for, whom BPJS took in in November. */
async function members(count: number): Promise<readonly ThreadPerson[]> {
  const { app } = city;
  const persons: ThreadPerson[] = [];
  for (let n = 0; n < count; n += 1) persons.push(await anEndorsedPerson(app));
  const personIds = persons.map(({ id }) => id);
  await fundByCity(app, manager, { ...op(), personIds, fundSource: "apbd" });
  await sendReady(app, manager, november);
  const rows = persons.map(({ code }) => ({
    personCode: code,
    kpj: aKpj(),
    result: "accepted" as const,
    resultOn: "2026-11-21" as never,
  }));
  const file = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(app, officer, file, rows);
  return persons;
}

async function idOf(kind: string): Promise<string> {
  const { payers } = await listPayers(city.app, manager);
  return payers.find((payer) => payer.kind === kind)!.id;
}
async function aFirm(name = "PT Semen Padang"): Promise<string> {
  const of = { kind: "firm", fundSource: "csr", contact: "Bagian CSR", agreement: "PKS 7/2026" };
  const entered = await enterPayer(city.app, manager, { ...op(), name, ...of });
  if (entered.outcome !== "noted") throw new Error(JSON.stringify(entered));
  return entered.payerId;
}
const run = async (of: Month) => {
  await startMonthRun(city.app, manager, { ...op(), month: of });
  await drainToEmpty(city.app);
};
const owed = (of: Month) =>
  readRows<{ source: string; rupiah: number; persons: number }>(
    city.app,
    `select fund_source as source, sum(amount_rupiah)::int as rupiah, count(distinct person_id)::int as persons from app.obligations
     where month = '${of}-01' and reversed_at is null group by 1 order by 1`,
  );
const openEnrolments = () =>
  readRows(
    city.app,
    `select id, person_id, fund_source, wadah, payer_id, state, from_month, until_month, accepted_on from app.enrolments
     where state not in ('ended', 'rejected') order by id`,
  );
const pay = (persons: readonly ThreadPerson[], of: Month, amount: number) =>
  applyRows(
    city.app,
    officer,
    { applier: receiptsApplier, kind: "bpjs-receipts", batchId: city.app.newId() },
    persons.map(({ code }) => ({
      personCode: code,
      month: of,
      amount: rupiah(amount),
      paidOn: `${of}-05` as never,
    })),
  );

describe("payers", () => {
  test("a city has its own budget, each desa's, civil servants and workers from its first day; others are entered once by name", async () => {
    const kinds = (await listPayers(city.app, manager)).payers.map(({ kind, name }) => `${kind}: ${name}`);
    const standard = ["city: APBD kota", "pooled-asn: Pegawai penanggung", "village: APBDes Naras I"];
    expect(kinds.toSorted()).toEqual([...standard, "worker: Pekerja sendiri"]);
    await aFirm();
    const of = { contact: "", agreement: "" };
    const again = { ...op(), name: "pt  semen padang", kind: "firm", fundSource: "csr", ...of };
    expect(await enterPayer(city.app, manager, again)).toMatchObject({ reasons: ["known-already"] });
    const wrong = { ...op(), name: "x", kind: "city", fundSource: "asn", ...of };
    expect(await enterPayer(city.app, manager, wrong)).toMatchObject({
      reasons: ["name-unclear", "kind-unknown"],
    });
    const bank = { ...op(), name: "Bank Nagari", kind: "firm", fundSource: "apbd", ...of };
    expect(await enterPayer(city.app, manager, bank)).toMatchObject({ reasons: ["source-unknown"] });
  });

  test("what is known of one is changed by its version, and refused when somebody changed it meanwhile", async () => {
    const payerId = await aFirm();
    const note = { ...op(), payerId, version: 1, name: "PT Semen Padang", contact: "Yusuf", agreement: "" };
    expect(await notePayer(city.app, manager, note)).toMatchObject({ outcome: "noted" });
    await expect(notePayer(city.app, manager, { ...note, ...op() })).rejects.toMatchObject({ code: "stale" });
    expect(await getPayer(city.app, manager, { payerId })).toMatchObject({
      contact: "Yusuf",
      agreement: null,
    });
  });

  test("is read by finance, personnel and auditors with its counts and no worker; a village reads its own budget alone", async () => {
    await members(2);
    for (const role of ["FIN", "BKP", "AUD"] as const) {
      const { payers } = await listPayers(city.app, anActor(city.app, role));
      expect(payers.find(({ kind }) => kind === "city")).toMatchObject({ workers: 2 });
    }
    const head = anActor(city.app, "KDS", places.naras.code);
    expect((await listPayers(city.app, head)).payers.map(({ name }) => name)).toEqual(["APBDes Naras I"]);
    await expect(getPayer(city.app, head, { payerId: await idOf("city") })).rejects.toMatchObject({
      code: "not-found",
    });
    for (const role of ["OPR", "BND", "DAT"] as const)
      await expect(listPayers(city.app, anActor(city.app, role, places.naras.code))).rejects.toMatchObject({
        code: "forbidden",
      });
    await expect(enterPeriod(city.app, head, {} as never)).rejects.toMatchObject({ code: "forbidden" });
  });
});

const aYear = (payerId: string, lastMonth: string) => ({
  ...op(),
  payerId,
  fromMonth: "2026-11",
  lastMonth,
  budgetRupiah: 1_000_000,
  heads: 5,
});

describe("a period of money", () => {
  test("that ends within the notice is a task for as long as it has workers, and none once they are handed over", async () => {
    await members(2);
    const payerId = await idOf("city");
    const task = async () =>
      (await listTasks(city.app, manager)).find(({ code }) => code === "end-of-money")?.count ?? 0;
    await enterPeriod(city.app, manager, aYear(payerId, "2027-03"));
    expect(await task()).toBe(0);
    await city.setNow("2027-01-10T02:00:00Z");
    expect(await task()).toBe(1);
    const outlook = { state: "ends-soon", endsOn: "2027-03-31", handOverFrom: "2027-04", daysLeft: 80 };
    expect(await getPayer(city.app, manager, { payerId })).toMatchObject({ workers: 2, outlook });
    const to = { payerId, toPayerId: await aFirm(), fromMonth: "2027-04", reason: "anggaran habis" };
    await handOverWorkers(city.app, manager, { ...op(), ...to });
    expect(await task()).toBe(0);
  });

  test("does not overlap another, is taken back with a reason, and says what is left of its money", async () => {
    const persons = await members(1);
    const payerId = await idOf("city");
    await enterPeriod(city.app, manager, aYear(payerId, "2026-12"));
    expect(await enterPeriod(city.app, manager, aYear(payerId, "2027-03"))).toMatchObject({
      reasons: ["overlaps"],
    });
    expect(await pay(persons, november, 16_800)).toMatchObject([{ outcome: "applied" }]);
    const [period] = (await getPayer(city.app, manager, { payerId })).periods;
    expect(period).toMatchObject({ owedRupiah: 16_800, paidRupiah: 16_800, leftRupiah: 983_200 });
    const withdraw = { periodId: period!.id, reason: "salah ketik" };
    expect(await withdrawPeriod(city.app, manager, { ...op(), ...withdraw })).toEqual({
      outcome: "withdrawn",
    });
    expect((await getPayer(city.app, manager, { payerId })).periods).toEqual([]);
  });
});

describe("a hand-over", () => {
  test("ends one payer and begins the next in the same month: the run finds one payer for each worker and month, at its price", async () => {
    const persons = await members(3);
    const asked = { payerId: await idOf("city"), toPayerId: await aFirm(), fromMonth: january };
    expect(await previewHandOver(city.app, manager, asked)).toEqual({
      workers: 3,
      rupiahBefore: 50_400,
      rupiahAfter: 50_400,
      staying: {},
      reasons: [],
    });
    await city.setNow("2026-12-10T02:00:00Z");
    await run(january);
    expect(await owed(january)).toMatchObject([{ source: "apbd", persons: 3 }]);
    const done = await handOverWorkers(city.app, manager, { ...op(), ...asked, reason: "APBD habis" });
    expect(done).toMatchObject({ outcome: "handed-over", workers: 3, staying: {} });
    for (const of of [december, january]) await run(of);
    expect(await owed(december)).toEqual([{ source: "apbd", rupiah: 50_400, persons: 3 }]);
    expect(await owed(january)).toEqual([{ source: "csr", rupiah: 50_400, persons: 3 }]);
    expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
    const changes = await listMemberChanges(city.app, manager, { month: december });
    expect(changes.map(({ kind }) => kind)).toEqual(["group", "group", "group"]);
    await city.setNow("2027-01-10T02:00:00Z");
    expect(await pay(persons, january, 16_800)).toMatchObject(persons.map(() => ({ outcome: "applied" })));
    const paidBy = await getPayer(city.app, manager, { payerId: asked.toPayerId });
    expect(paidBy).toMatchObject({ workers: 3, sums: { paidRupiah: 50_400 } });
  });

  test("taken back, everybody is paid for exactly as before, and the run follows", async () => {
    await members(2);
    const before = await openEnrolments();
    const asked = {
      payerId: await idOf("city"),
      toPayerId: await aFirm(),
      fromMonth: december,
      reason: "uji",
    };
    await run(december);
    const done = await handOverWorkers(city.app, manager, { ...op(), ...asked });
    if (done.outcome !== "handed-over") throw new Error("refused");
    await run(december);
    expect(await owed(december)).toMatchObject([{ source: "csr" }]);
    const undo = { handoverId: done.handoverId };
    expect(await undoHandOver(city.app, manager, { ...op(), ...undo })).toEqual({
      outcome: "undone",
      workers: 2,
    });
    expect(await openEnrolments()).toEqual(before);
    await run(december);
    expect(await owed(december)).toEqual([{ source: "apbd", rupiah: 33_600, persons: 2 }]);
    expect(await undoHandOver(city.app, manager, { ...op(), ...undo })).toMatchObject({
      reasons: ["undone-already"],
    });
    const { handovers } = await getPayer(city.app, manager, { payerId: asked.payerId });
    expect(handovers).toMatchObject([{ workers: 2, toName: "PT Semen Padang", reason: "uji" }]);
  });

  test("without a taker the workers wait for a sponsor from that month on; nothing is undone once somebody has them", async () => {
    const [person] = await members(1);
    const asked = {
      payerId: await idOf("city"),
      toPayerId: null,
      fromMonth: january,
      reason: "dicarikan pegawai",
    };
    const done = await handOverWorkers(city.app, manager, { ...op(), ...asked });
    if (done.outcome !== "handed-over") throw new Error("refused");
    expect((await listWaiting(city.app, manager)).rows.map(({ personId }) => personId)).toEqual([person!.id]);
    await run(december);
    expect(await owed(december)).toMatchObject([{ source: "apbd", persons: 1 }]);
    await fundByCity(city.app, manager, { ...op(), personIds: [person!.id], fundSource: "csr" });
    const undo = { ...op(), handoverId: done.handoverId };
    expect(await undoHandOver(city.app, manager, undo)).toMatchObject({ reasons: ["changed-since"] });
    const [next] = await readRows<{ fromMonth: string }>(
      city.app,
      "select from_month from app.enrolments where fund_source = 'csr'",
    );
    expect(next!.fromMonth).toBe("2027-01-01");
  });

  test("what BPJS has not answered stays, a past month and a payer who takes nobody over are refused with all reasons", async () => {
    await members(1);
    const waiting = await anEndorsedPerson(city.app);
    await fundByCity(city.app, manager, { ...op(), personIds: [waiting.id], fundSource: "apbd" });
    await sendReady(city.app, manager, december);
    const payerId = await idOf("city");
    const wrong = { payerId, toPayerId: await idOf("pooled-asn"), fromMonth: "2026-10" };
    expect(await previewHandOver(city.app, manager, wrong)).toMatchObject({
      workers: 1,
      staying: { "at-bpjs": 1 },
      reasons: ["month-in-past", "cannot-take-over"],
    });
    const itself = { ...op(), payerId, toPayerId: payerId, fromMonth: january, reason: " " };
    expect(await handOverWorkers(city.app, manager, itself)).toEqual({
      outcome: "refused",
      reasons: ["same-payer", "without-reason"],
    });
  });
});

test("months with full cover are counted from the clock's own answer: the first three paid months are none", async () => {
  const persons = await members(1);
  for (const of of ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03"] as Month[]) {
    await city.setNow(`${of}-25T02:00:00Z`);
    expect(await pay(persons, of, 16_800)).toMatchObject([{ outcome: "applied" }]);
  }
  await refreshAllCover(city.app);
  await drainToEmpty(city.app);
  const { sums } = await getPayer(city.app, manager, { payerId: await idOf("city") });
  expect(sums).toMatchObject({
    paidMonths: 5,
    fullMonths: 1,
    paidRupiah: 84_000,
    rupiahPerFullMonth: 84_000,
  });
});
