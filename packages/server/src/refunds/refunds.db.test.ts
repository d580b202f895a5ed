import { rupiah } from "@tuwai/domain/money";
import { month, type Month } from "@tuwai/domain/time";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { receiptsApplier } from "#contributions";
import { verifyLedger } from "#ledger";
import { recordLifeEvent, undoLifeEvent } from "#life-events";
import { fundByCity } from "#matching";
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
  undoRows,
} from "#testing";
import { drainToEmpty } from "#work";
import { answerRefund, askRefunds, exportRefunds, listRefunds, undoRefundAnswer } from "./index.ts";

const city = testDatabase();
let manager: Actor;
let finance: Actor;
let officer: Actor;
const op = () => ({ operationId: city.app.newId() });
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  finance = anActor(city.app, "FIN");
  officer = anActor(city.app, "BPJ", branch);
});

/** A member of a firm's programme since November 2026, for whom a year was paid on one day. */
async function prepaidMember(
  months: readonly string[],
): Promise<ThreadPerson & { readonly batchId: string }> {
  const { app } = city;
  const person = await anEndorsedPerson(app);
  await fundByCity(app, manager, { ...op(), personIds: [person.id], fundSource: "csr" });
  await sendReady(app, manager, month("2026-11"));
  const taken = {
    personCode: person.code,
    kpj: aKpj(),
    result: "accepted" as const,
    resultOn: "2026-11-21" as never,
  };
  const results = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(app, officer, results, [taken]);
  const batchId = app.newId();
  const receipts = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId };
  const rows = months.map((of) => ({
    personCode: person.code,
    month: of as Month,
    amount: rupiah(of < "2027-01" ? 8400 : 16_800),
    paidOn: "2026-11-25" as never,
  }));
  await city.setNow("2026-11-26T02:00:00Z");
  expect(await applyRows(app, officer, receipts, rows)).toMatchObject(
    rows.map(() => ({ outcome: "applied" })),
  );
  await drainToEmpty(app);
  return { ...person, batchId };
}

const operator = () => anActor(city.app, "OPR", places.naras.code);
async function dies(person: ThreadPerson, on: string): Promise<string> {
  const told = await recordLifeEvent(city.app, operator(), {
    ...op(),
    personCode: person.code,
    kind: "died",
    on: on as never,
    document: "family",
  } as never);
  if (told.outcome !== "recorded") throw new Error(JSON.stringify(told));
  await drainToEmpty(city.app);
  return told.lifeEventId;
}
const lines = (actor: Actor = finance) => listRefunds(city.app, actor);
const tasks = async (actor: Actor) =>
  (await listTasks(city.app, actor))
    .filter(({ code }) => code.endsWith("-refunds"))
    .map(({ code, count }) => [code, count]);

test("a year was prepaid and the worker died: what was paid for later months waits to be asked back, and nothing of it when the death is taken back", async () => {
  const person = await prepaidMember(["2026-11", "2026-12", "2027-01", "2027-02", "2027-03"]);
  expect((await lines()).rows).toEqual([]);
  await city.setNow("2026-12-20T02:00:00Z");
  const lifeEventId = await dies(person, "2026-12-18");
  const { rows, sums } = await lines();
  expect(rows.map(({ month: of, amountRupiah, reason }) => [of, amountRupiah, reason])).toEqual([
    ["2027-01", 16_800, "after-death"],
    ["2027-02", 16_800, "after-death"],
    ["2027-03", 16_800, "after-death"],
  ]);
  expect(sums).toEqual([{ state: "to-ask", lines: 3, rupiah: 50_400 }]);
  expect([await tasks(manager), await tasks(finance)]).toEqual([[["ask-refunds", 3]], [["ask-refunds", 3]]]);
  await undoLifeEvent(city.app, operator(), { ...op(), lifeEventId, version: 1 } as never);
  await drainToEmpty(city.app);
  expect((await lines()).sums).toEqual([{ state: "closed", lines: 3, rupiah: 50_400 }]);
  expect(await tasks(finance)).toEqual([]);
});

test("asked, answered and taken back: what came back stands in the books as the payer's own and leaves them again", async () => {
  const person = await prepaidMember(["2026-11", "2026-12", "2027-01"]);
  await city.setNow("2026-12-20T02:00:00Z");
  await dies(person, "2026-12-18");
  const [line] = (await lines()).rows;
  const returned = {
    refundId: line!.id,
    refundAnswer: "returned",
    rupiah: 16_800,
    bank: "nagari",
    note: "",
  };
  const say = (over: object = {}) =>
    answerRefund(city.app, finance, { ...op(), ...returned, version: 1, ...over });
  expect(await say({ rupiah: 17_000, bank: "?" })).toMatchObject({
    reasons: ["not-asked", "more-than-paid", "bank-unclear"],
  });
  expect(await askRefunds(city.app, manager, { ...op(), refundIds: [line!.id] })).toMatchObject({ lines: 1 });
  expect([await tasks(manager), await tasks(finance)]).toEqual([[], [["answer-refunds", 1]]]);
  expect(await say({ version: 2, refundAnswer: "refused" })).toMatchObject({ reasons: ["without-reason"] });
  await expect(say()).rejects.toMatchObject({ code: "stale" });
  expect(await say({ version: 2 })).toEqual({ outcome: "answered" });
  const balances = () =>
    readRows<{ account: string; amount: number }>(
      city.app,
      "select account, amount from app.ledger_balances where left(account, 4) in ('1100', '2200', '2900') and amount <> 0 order by 1",
    );
  expect(await balances()).toEqual([
    { account: "1100:nagari", amount: 16_800 },
    { account: "2200:S:csr", amount: -16_800 },
  ]);
  const undo = { refundId: line!.id, version: 3 };
  expect(await undoRefundAnswer(city.app, finance, { ...op(), ...undo })).toEqual({ outcome: "undone" });
  expect(await balances()).toEqual([]);
  expect(await say({ version: 4, refundAnswer: "kept-as-credit" })).toEqual({ outcome: "answered" });
  expect(await balances()).toEqual([]);
  expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
});

test("a receipt that is taken back closes its line; it opens again when the same money is found again", async () => {
  const person = await prepaidMember(["2026-11", "2026-12", "2027-01"]);
  await city.setNow("2026-12-20T02:00:00Z");
  await dies(person, "2026-12-18");
  const before = (await lines()).rows.map(({ id, state }) => [id, state]);
  expect(before).toMatchObject([[expect.anything(), "to-ask"]]);
  const receipts = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: person.batchId };
  await undoRows(city.app, officer, receipts);
  await drainToEmpty(city.app);
  expect((await lines()).rows.map(({ state }) => state)).toEqual(["closed"]);
});

test("finance reads codes and no name, auditors answer nothing, villages and personnel read nothing", async () => {
  const person = await prepaidMember(["2026-11", "2026-12", "2027-01"]);
  await city.setNow("2026-12-20T02:00:00Z");
  await dies(person, "2026-12-18");
  expect((await lines()).rows[0]!.person).toEqual({ code: person.code, villageCode: places.naras.code });
  expect((await lines(manager)).rows[0]!.person).toMatchObject({ name: "Syafril Amri" });
  const auditor = anActor(city.app, "AUD");
  expect((await lines(auditor)).total).toBe(1);
  await expect(askRefunds(city.app, auditor, { ...op(), refundIds: [] })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(answerRefund(city.app, manager, {} as never)).rejects.toMatchObject({ code: "forbidden" });
  for (const role of ["KDS", "OPR", "BKP"] as const)
    await expect(lines(anActor(city.app, role, places.naras.code))).rejects.toMatchObject({
      code: "forbidden",
    });
  const columns = [
    {
      header: "Kode",
      kind: "text" as const,
      value: (line: { person: { code?: string } }) => line.person.code ?? null,
    },
  ];
  const file = await exportRefunds(city.app, finance, {
    format: "csv",
    words: { sheet: "Pengembalian", mark: "Tanda", columns },
  });
  expect(Buffer.from(file.bytes).toString()).toContain(person.code);
});
