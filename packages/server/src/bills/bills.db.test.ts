import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rupiah } from "@tuwai/domain/money";
import { civilDate, month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { receiptsApplier } from "#contributions";
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
  sendReady,
  testDatabase,
} from "#testing";
import { listTasks } from "#tasks";
import { answerDifference, enterBill, enterBillFile, exportBills, getBill, listBills } from "./index.ts";

const city = testDatabase();
const groupKey = "apbd-sg";
let manager: Actor;
let officer: Actor;
let codes: readonly string[];
beforeEach(async () => {
  const { app } = city;
  await insertPlaces(app);
  await openCity(app);
  manager = anActor(app, "MGR");
  officer = anActor(app, "BPJ", branch);
  const persons = [await anEndorsedPerson(app), await anEndorsedPerson(app)];
  codes = persons.map(({ code }) => code);
  const personIds = persons.map(({ id }) => id);
  await fundByCity(app, manager, { operationId: app.newId(), personIds, fundSource: "apbd" });
  await sendReady(app, manager, month("2026-11"));
  const accepted = codes.map((personCode) => ({
    personCode,
    kpj: aKpj(),
    result: "accepted" as const,
    resultOn: civilDate("2026-11-21"),
  }));
  const file = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(app, officer, file, accepted);
});

const op = () => city.app.newId();
const enter = (billedRupiah: number, billCode = "632309048826", over: object = {}) =>
  enterBill(city.app, manager, {
    operationId: op(),
    month: "2026-11",
    groupKey,
    billCode,
    billedRupiah,
    ...over,
  });
const bill = () => getBill(city.app, manager, { month: "2026-11", groupKey });
const pay = (count: number) =>
  applyRows(
    city.app,
    officer,
    { applier: receiptsApplier, kind: "bpjs-receipts", batchId: op() },
    codes.slice(0, count).map((personCode) => ({
      personCode,
      month: month("2026-11"),
      amount: rupiah(16_800),
      paidOn: civilDate("2026-11-21"),
      billingCode: "632309048826",
    })),
  );
const answer = async (kind: string, billAnswer: string, of: number) => {
  const billId = (await bill()).billId!;
  return answerDifference(city.app, manager, {
    operationId: op(),
    billId,
    difference: kind,
    rupiah: of,
    billAnswer,
  });
};

const sent = (...lines: readonly string[]) => {
  const path = join(city.app.config.dataDir, `${op()}.csv`);
  writeFileSync(path, ["Kelompok;Kode Iuran;Jumlah", ...lines].join("\r\n"));
  const file = { fileName: "tagihan.csv", path, month: "2026-11" };
  return enterBillFile(city.app, manager, { operationId: op(), ...file });
};

describe("a bill of BPJS", () => {
  test("is even once its sum is that of our list and every rupiah of it has arrived", async () => {
    expect(await listBills(city.app, manager, { month: "2026-11" })).toMatchObject([
      { key: groupKey, workers: 2, owed: 33_600, state: "no-bill" },
    ]);
    expect(await enter(33_600)).toMatchObject({ outcome: "entered" });
    expect((await bill()).state).toBe("unpaid");
    await pay(1);
    expect(await bill()).toMatchObject({
      state: "differs",
      received: 16_800,
      differences: [{ kind: "received", rupiah: -16_800, answer: null }],
      lines: { rows: expect.arrayContaining([expect.objectContaining({ owed: 16_800, received: 0 })]) },
    });
    await pay(2);
    expect(await bill()).toMatchObject({ state: "even", received: 33_600, differences: [] });
  });

  test("that differs waits for an answer of the closed list, and is asked anew when the difference changes", async () => {
    await enter(33_601);
    expect(await answer("billed", "whatever", 1)).toMatchObject({ reasons: ["answer-missing"] });
    expect(await answer("billed", "bank-fee", 1)).toMatchObject({ reasons: ["answer-missing"] });
    expect(await answer("billed", "bpjs-corrects", 2)).toMatchObject({ reasons: ["difference-changed"] });
    expect(await answer("billed", "bpjs-corrects", 1)).toEqual({ outcome: "answered" });
    expect((await bill()).state).toBe("unpaid");
    await pay(2);
    expect(await bill()).toMatchObject({
      state: "differs",
      differences: [{ answer: "bpjs-corrects" }, { kind: "received", rupiah: -1, answer: null }],
    });
    await enter(33_600);
    expect((await bill()).state).toBe("even");
  });

  test("has a code of its own, a sum in whole rupiah, and a group of that month", async () => {
    expect(await enter(0, "?")).toEqual({ outcome: "refused", reasons: ["code-unclear", "amount-unclear"] });
    await enter(33_600);
    await expect(enter(33_600, "632309048827", { groupKey: "asn-sc" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(enter(33_600, "632309048826", { month: "2026-10" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("is read as sums by finance, which knows nobody in it", async () => {
    await enter(33_600);
    await pay(1);
    const finance = anActor(city.app, "FIN");
    expect(await listBills(city.app, finance, { month: "2026-11" })).toEqual(
      await listBills(city.app, manager, { month: "2026-11" }),
    );
    const seen = await getBill(city.app, finance, { month: "2026-11", groupKey });
    expect(seen).toMatchObject({ state: "differs", received: 16_800, lines: null });
    const words = {
      sheet: "T",
      mark: "M",
      columns: [{ header: "N", kind: "text" as const, value: () => "x" }],
    };
    const file = await exportBills(city.app, finance, { month: "2026-11", format: "csv", words });
    const text = Buffer.from(file.bytes).toString("utf8");
    expect([file.rows, text.includes("PK-"), text.includes(file.code)]).toEqual([1, false, true]);
    await expect(
      enterBill(city.app, finance, {
        operationId: op(),
        month: "2026-11",
        groupKey,
        billCode: "X",
        billedRupiah: 1,
      }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is asked for once BPJS has taken somebody in, and no more when the money came under another code", async () => {
    const asked = async () =>
      (await listTasks(city.app, manager)).find(({ code }) => code === "enter-bills")?.count;
    expect(await asked()).toBe(1);
    const waiting = await anEndorsedPerson(city.app);
    const given = { operationId: op(), personIds: [waiting.id], fundSource: "csr" as const };
    await fundByCity(city.app, manager, given);
    await sendReady(city.app, manager, month("2026-11"));
    expect(await asked()).toBe(1);
    await pay(2);
    expect((await bill()).receivedOtherwise).toBe(33_600);
    expect(await asked()).toBeUndefined();
    await enter(33_600);
    expect(await bill()).toMatchObject({ received: 33_600, receivedOtherwise: 0, state: "even" });
  });

  test("comes in a file of BPJS too, whole or not at all; the same file again changes nothing", async () => {
    expect(await sent(`${groupKey};632309048826;33.600`, "asn-sc;1;x")).toEqual({
      outcome: "refused",
      problems: [
        { problem: "unknown-group", rows: [3], count: 1 },
        { problem: "code-unclear", rows: [3], count: 1 },
        { problem: "amount-unclear", rows: [3], count: 1 },
      ],
    });
    expect((await bill()).billed).toBeNull();
    const entered = { outcome: "entered", bills: 1, sum: 33_600 };
    expect(await sent(`${groupKey};632309048826;33.600`)).toEqual({ ...entered, replaced: 0 });
    const { billId } = await bill();
    expect(await sent(`${groupKey};632309048826;33.600`)).toEqual({ ...entered, replaced: 0 });
    expect((await bill()).billId).toBe(billId);
    expect(await sent(`${groupKey};632309048827;33.601`)).toMatchObject({ replaced: 1 });
    expect(await bill()).toMatchObject({ code: "632309048827", billed: 33_601 });
  });

  test("is the manager's to enter and the auditor's to read", async () => {
    const auditor = anActor(city.app, "AUD");
    expect(await listBills(city.app, auditor, { month: "2026-11" })).toHaveLength(1);
    const input = {
      operationId: op(),
      month: "2026-11",
      groupKey,
      billCode: "632309048826",
      billedRupiah: 1,
    };
    await expect(enterBill(city.app, auditor, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listBills(city.app, officer, { month: "2026-11" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
