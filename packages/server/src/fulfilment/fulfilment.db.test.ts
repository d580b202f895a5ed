import { rupiah } from "@tuwai/domain/money";
import { civilDate, month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { declareCommitments, getVillageCommitments, takeCommitmentStep } from "#commitments";
import { enterOtherCovers } from "#double-cover";
import { receiptsApplier } from "#contributions";
import { resultsApplier } from "#packet-results";
import { composePacket, sendPacket } from "#packets";
import {
  anActor,
  anEndorsedPerson,
  aKpj,
  aNik,
  applyRows,
  branch,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  sendReady,
  testDatabase,
} from "#testing";
import { drainToEmpty } from "#work";
import {
  bookVillagePayment,
  enrolFromCommitments,
  getVillageBills,
  previewPeople,
  undoCommitmentEnrolment,
  withdrawVillagePayment,
} from "./index.ts";

const city = testDatabase();
const { naras, kampung } = places;
const year = 2027;
const villageCode = naras.code;
const op = () => city.app.newId();
let head: Actor;
let manager: Actor;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  head = anActor(city.app, "KDS", naras.code);
  manager = anActor(city.app, "MGR");
  const list = await insertBatch(city.app, "village-officers");
  const officers = [
    ["Kaur Umum", 2_500_000],
    ["Kaur Keuangan", null],
    ["Kader Posyandu", null],
    ["Kader PKK", null],
    ["Kader Lansia", null],
  ] as const;
  for (const [position, wage] of officers) {
    const born = { nik: aNik(), sex: "female", birthDate: "1980-05-01" } as const;
    const office = { targetGroup: "village-officer", occupationGroup: position };
    const named = { name: `${position} Uji`, ...born, ...office };
    const { id } = await insertPerson(city.app, list, named);
    await readRows(city.app, "update app.persons set monthly_income = ?::bigint where id = ?", wage, id);
  }
});

const paper = { paperNumber: "903/12", paperOn: "2026-11-20", scan: null };
/** Promised and in force to the last rupiah, unless less was budgeted. */
async function budget(group: string, heads: number, amount?: number, year = 2027): Promise<void> {
  const line = { group, heads, months: 12, source: "add" };
  const said = { villageCode, year, lines: [line], intent: "declare" as const, isSure: true };
  await declareCommitments(city.app, head, { operationId: op(), ...said });
  for (const step of ["draft-budget", "settle"] as const) {
    const village = await getVillageCommitments(city.app, head, { villageCode, year });
    const { id, version, promised } = village.groups.find((one) => one.group === group)!.commitment!;
    const answer = await takeCommitmentStep(city.app, head, {
      operationId: op(),
      commitmentId: id,
      version,
      step,
      amount: amount ?? promised,
      account: "5.1.3.04",
      ...paper,
    });
    expect(answer.outcome).toBe("taken");
  }
}
const preview = (by = manager) => previewPeople(city.app, by, { villageCode, year });
const enrolThem = async (people?: number) =>
  enrolFromCommitments(city.app, manager, {
    operationId: op(),
    villageCode,
    year,
    people: people ?? (await preview()).toEnrol + (await preview()).toCount,
  });
const months = () =>
  readRows<{ n: number }>(
    city.app,
    "select count(*)::int as n from app.commitment_months where released_at is null",
  ).then(([row]) => row!.n);

describe("a budget in force", () => {
  test("is shown with who would be enrolled from it and who not and why, and a promise enrols nobody", async () => {
    expect((await preview()).lines).toEqual([]);
    await budget("perangkat", 2);
    await budget("kader", 2);
    const seen = await preview(head);
    expect(seen.lines).toMatchObject([
      { group: "perangkat", heads: 2, toEnrol: 1, rupiah: 12 * 13_500 },
      { group: "kader", heads: 2, toEnrol: 2, rupiah: 2 * 12 * 16_800 },
    ]);
    expect(seen.not).toEqual(
      expect.arrayContaining([
        { reason: "wage-missing", people: 1 },
        { reason: "beyond-heads", people: 1 },
      ]),
    );
    const [access] = await readRows<{ purpose: string }>(
      city.app,
      "select purpose from audit.accesses order by at desc",
    );
    expect(access?.purpose).toBe("commitment-people");
  });

  test("enrols officers by wage and others on their own, with the village as payer, once", async () => {
    await budget("perangkat", 2);
    await budget("kader", 2);
    expect(await enrolThem(9)).toEqual({ outcome: "refused", reasons: ["changed-since"] });
    expect(await enrolThem()).toEqual({
      outcome: "enrolled",
      enrolled: 3,
      counted: 0,
      rupiah: 12 * 13_500 + 2 * 12 * 16_800,
    });
    expect(
      await readRows(
        city.app,
        "select segment, wadah, fund_source || ' ' || to_char(from_month, 'YYYY-MM') as begins, count(*)::int as n from app.enrolments group by 1, 2, 3 order by 1",
      ),
    ).toEqual([
      { segment: "bpu", wadah: "SD", begins: "apbdes 2027-01", n: 2 },
      { segment: "pu-village", wadah: "PU", begins: "apbdes 2027-01", n: 1 },
    ]);
    expect(await months()).toBe(36);
    expect(await enrolThem(1)).toEqual({ outcome: "refused", reasons: ["nobody"] });
    expect((await preview()).lines[1]).toMatchObject({ counted: 2, toEnrol: 0 });
  });

  test("takes nobody whom somebody else protects, and counts whom the village pays already", async () => {
    const poor = [await anEndorsedPerson(city.app), await anEndorsedPerson(city.app)];
    const pasted = `NIK;Nama;Dari;Sampai;Penanggung\n${poor[0]!.nik};Syafril Amri;2026-10;;Provinsi`;
    await enterOtherCovers(city.app, manager, { operationId: op(), pasted });
    await budget("vulnerable", 2);
    const seen = await preview();
    expect(seen.not).toEqual([{ reason: "paid-elsewhere", people: 1 }]);
    expect(await enrolThem()).toMatchObject({ enrolled: 1 });
  });

  test("is never spent on a month of a person that another commitment has: the database says so too", async () => {
    await budget("kader", 1);
    await enrolThem();
    const again = op();
    await readRowsAs(
      city.app,
      manager,
      "insert into app.commitment_enrolments select region_code, ?, village_code, kecamatan_code, year, people, made_by, made_at from app.commitment_enrolments",
      again,
    );
    await expect(
      readRowsAs(
        city.app,
        manager,
        "insert into app.commitment_months select region_code, ?, commitment_id, village_code, kecamatan_code, person_id, enrolment_id, month, rupiah, is_new from app.commitment_months limit 1",
        again,
      ),
    ).rejects.toThrow(/commitment_months_one/);
  });
});

describe("an enrolment from a budget", () => {
  test("is taken back as a whole out of a draft packet too, and no more once BPJS has been sent it", async () => {
    await budget("kader", 2);
    await enrolThem();
    await composePacket(city.app, manager, { operationId: op(), month: month("2027-01") });
    const undo = async () => {
      const { runs } = await preview();
      return undoCommitmentEnrolment(city.app, manager, {
        operationId: op(),
        commitmentEnrolmentId: runs[0]!.id,
      });
    };
    expect(await undo()).toEqual({ outcome: "undone", people: 2 });
    expect(await undo()).toEqual({ outcome: "refused", reasons: ["undone-already"] });
    expect(await months()).toBe(0);
    expect(await enrolThem()).toMatchObject({ enrolled: 2 });
    const composed = await composePacket(city.app, manager, { operationId: op(), month: month("2027-01") });
    if (composed.outcome !== "composed") return expect(composed.leftOut).toEqual([]);
    for (const { packetId, version, lines: confirmCount } of composed.packets)
      await sendPacket(city.app, manager, { operationId: op(), packetId, version, confirmCount });
    expect(await undo()).toEqual({ outcome: "refused", reasons: ["sent"] });
  });

  test("is the manager's to make, and nobody of another village sees whom it would take", async () => {
    await budget("kader", 2);
    const input = { operationId: op(), villageCode, year, people: 2 };
    await expect(enrolFromCommitments(city.app, head, input)).rejects.toMatchObject({ code: "forbidden" });
    const lurah = anActor(city.app, "KDS", kampung.code);
    await expect(preview(lurah)).rejects.toMatchObject({ code: "not-found" });
    await expect(preview(anActor(city.app, "EXE"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

const owedInBooks = async () =>
  (
    await readRows<{ n: number }>(
      city.app,
      "select sum(amount)::int as n from app.ledger_balances where account like '1210%'",
    )
  )[0]!.n;

describe("the bill of a village", () => {
  const november = month("2026-11");
  let finance: Actor;
  const seen = (by = finance) => getVillageBills(city.app, by, { villageCode, year: 2026 });
  const pay = (paidRupiah: number, paymentNumber: string) =>
    bookVillagePayment(city.app, finance, {
      operationId: op(),
      villageCode,
      month: "2026-11",
      paymentNumber,
      paidOn: "2026-11-21",
      paidRupiah,
    });

  /** Two kader in November 2026, taken in by BPJS. */
  async function members(): Promise<void> {
    finance = anActor(city.app, "FIN");
    await budget("kader", 2, undefined, 2026);
    const people = 2;
    await enrolFromCommitments(city.app, manager, { operationId: op(), villageCode, year: 2026, people });
    await sendReady(city.app, manager, november);
    const codes = await readRows<{ code: string }>(
      city.app,
      "select p.code from app.enrolments e join app.persons p on p.id = e.person_id order by 1",
    );
    const bpjs = anActor(city.app, "BPJ", branch);
    const results = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: op() };
    const on = { result: "accepted" as const, resultOn: civilDate("2026-11-21") };
    await applyRows(
      city.app,
      bpjs,
      results,
      codes.map(({ code: personCode }) => ({ personCode, kpj: aKpj(), ...on })),
    );
    await drainToEmpty(city.app);
    const receipts = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: op() };
    const received = { month: november, amount: rupiah(16_800), paidOn: civilDate("2026-11-21") };
    await applyRows(city.app, bpjs, receipts, [{ personCode: codes[0]!.code, ...received }]);
  }

  test("names the lines of its budget, and says stage by stage what is missing", async () => {
    await members();
    const {
      months: [bill],
      stages,
    } = await seen();
    expect(bill).toMatchObject({
      month: "2026-11",
      owed: 33_600,
      lines: [{ group: "kader", people: 2, owed: 33_600, booked: 0, received: 16_800 }],
    });
    expect(stages.map(({ stage, rupiah: sum, heads }) => [stage, sum, heads])).toEqual([
      ["promised", 403_200, 2],
      ["budgeted", 403_200, 2],
      ["billed", 33_600, 2],
      ["paid", 0, null],
      ["received", 16_800, 1],
    ]);
    expect(stages[2]!.gap).toEqual({ rupiah: 369_600, heads: 0, fullMonths: null });
  });

  test("is paid into the books and the line of the budget at once, to the rupiah, and never twice by one order", async () => {
    await members();
    expect(await owedInBooks()).toBe(33_600);
    expect(await pay(16_800, "SP2D 77")).toMatchObject({ outcome: "booked", toLines: 16_800, over: 0 });
    expect(await pay(16_800, "sp2d 77")).toEqual({ outcome: "refused", reasons: ["known-already"] });
    expect(await pay(20_000, "SP2D 78")).toMatchObject({ toLines: 16_800, over: 3_200 });
    expect(await owedInBooks()).toBe(0);
    const { stages, payments } = await seen();
    expect(stages[3]).toMatchObject({ rupiah: 33_600, heads: 2 });
    const village = await getVillageCommitments(city.app, head, { villageCode, year: 2026 });
    const kader = village.groups.find(({ group }) => group === "kader")!.commitment!;
    expect(kader).toMatchObject({ paid: 33_600, booked: 33_600, state: "cair-sebagian" });
    const taken = { operationId: op(), villagePaymentId: payments[0]!.id, reason: "salah bulan" };
    expect(await withdrawVillagePayment(city.app, finance, taken)).toEqual({ outcome: "withdrawn" });
    expect((await seen()).stages[3]!.rupiah).toBe(16_800);
  });

  test("stands beside what the village typed as paid; where the two differ both are shown and neither is written over", async () => {
    await members();
    const village = await getVillageCommitments(city.app, head, { villageCode, year: 2026 });
    const { id, version } = village.groups.find(({ group }) => group === "kader")!.commitment!;
    const typed = { commitmentId: id, version, step: "pay" as const, amount: 20_000 };
    await takeCommitmentStep(city.app, head, { operationId: op(), ...typed, ...paper });
    await pay(33_600, "SP2D 79");
    expect((await seen()).differences).toEqual([{ group: "kader", typed: 20_000, booked: 33_600 }]);
    expect(await readRows(city.app, "select paid_rupiah::int as paid from app.commitments")).toEqual([
      { paid: 20_000 },
    ]);
  });

  test("is read by whom it concerns and booked by finance alone", async () => {
    await members();
    expect((await seen(head)).months).toHaveLength(1);
    await expect(seen(anActor(city.app, "KDS", kampung.code))).rejects.toMatchObject({ code: "not-found" });
    const input = { villageCode, month: "2026-11", paymentNumber: "1", paidOn: "2026-11-20", paidRupiah: 5 };
    await expect(bookVillagePayment(city.app, head, { operationId: op(), ...input })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await pay(0, " ")).toEqual({ outcome: "refused", reasons: ["number-missing", "amount-unclear"] });
  });
});
