import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rupiah } from "@tuwai/domain/money";
import { civilDate, month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { listArrears } from "#arrears";
import { receiptsApplier } from "#contributions";
import { explainPersonCover, refreshCover } from "#cover";
import { limitsFor, readTable } from "#files";
import { listGroups, noteGroup } from "#groups";
import { advanceImport, applyImport, receiveImport } from "#imports";
import { fundByCity } from "#matching";
import { startMonthRun } from "#month-runs";
import { downloadMemberChanges, listMemberChanges } from "#member-changes";
import { resultsApplier } from "#packet-results";
import { composePacket, getPacket, sendPacket } from "#packets";
import { ensureRegions } from "#regions";
import {
  aKpj,
  anActor,
  aNik,
  aSteppedUpActor,
  anEndorsedPerson,
  applyRows,
  branch,
  openCity,
  readRows,
  testDatabase,
} from "#testing";
import { drainToEmpty } from "#work";
import { endOffice, enrolOfficers, listOfficers, reportWages } from "./index.ts";

const city = testDatabase();
const village = "13.77.02.2015";
const november = month("2026-11");
let manager: Actor;
let operator: Actor;
let officer: Actor;
beforeEach(async () => {
  await ensureRegions(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  operator = anActor(city.app, "OPR", village);
  officer = anActor(city.app, "BPJ", branch);
});

const op = () => city.app.newId();

/** The village sends its list of officers, one line each: name, office, wage. */
async function sendList(
  lines: readonly string[],
  niks = lines.map(() => aNik()),
): Promise<readonly string[]> {
  const { app } = city;
  const header = "No;Nama Lengkap;NIK;Tempat Lahir;Tgl Lahir;L/P;Nama Ibu Kandung;Jabatan;Penghasilan";
  const rows = lines.map((line, n) => {
    const [name, position, wage = ""] = line.split(",");
    return `${n + 1};${name};${niks[n]};Pariaman;01/05/1980;L;Nurlaila;${position};${wage}`;
  });
  const path = join(mkdtempSync(join(tmpdir(), "tuwai-officers-")), "aparatur.csv");
  writeFileSync(path, [header, ...rows].join("\n"));
  const { batch } = await receiveImport(app, operator, {
    operationId: op(),
    kind: "village-officers",
    fileName: "aparatur.csv",
    path,
  });
  await advanceImport(app, batch.id);
  await applyImport(app, operator, { operationId: op(), batchId: batch.id });
  await advanceImport(app, batch.id);
  return niks;
}

const officers = async () => (await listOfficers(city.app, manager)).rows;
const ids = async () => (await officers()).map(({ personId }) => personId);
const enrolAll = async () => enrolOfficers(city.app, manager, { operationId: op(), personIds: await ids() });
const noteNumber = () =>
  noteGroup(city.app, manager, {
    operationId: op(),
    groupKey: `pu-${village}`,
    version: 0,
    groupNumber: "1507 0955",
    agreement: "",
    agreedFrom: null,
    agreedUntil: null,
  });

async function sent() {
  const composed = await composePacket(city.app, manager, { operationId: op(), month: november });
  if (composed.outcome !== "composed") throw new Error(JSON.stringify(composed));
  for (const { packetId, version, lines: confirmCount } of composed.packets)
    await sendPacket(city.app, manager, { operationId: op(), packetId, version, confirmCount });
  return composed.packets;
}

const accept = async () =>
  applyRows(
    city.app,
    officer,
    { applier: resultsApplier, kind: "enrolment-result", batchId: op() },
    (await officers()).map(({ person }) => ({
      personCode: person.code!,
      kpj: aKpj(),
      result: "accepted" as const,
      resultOn: civilDate("2026-11-21"),
    })),
  );

const pay = async (of: string, amounts: readonly number[]) => {
  const codes = (await officers()).map(({ person }) => person.code!);
  return applyRows(
    city.app,
    officer,
    { applier: receiptsApplier, kind: "bpjs-receipts", batchId: op() },
    amounts.map((amount, n) => ({
      personCode: codes[n]!,
      month: month(of),
      amount: rupiah(amount),
      paidOn: city.app.clock.today(),
      billingCode: `KI-${of}`,
    })),
  );
};

const coverOf = async (code: string) =>
  (await explainPersonCover(city.app, manager, { personCode: code })).explanation;

describe("the whole way of an officer", () => {
  test("from the village's list with its wage to covered: as wage earner of the village, under its number, by its own pay-by day", async () => {
    const { app } = city;
    await sendList(["ROSMANIAR,Kepala Desa,3400000", "SYAFRIL,Anggota BPD,1000000"]);
    const [head, member] = await officers();
    expect([head!.priceRupiah, member!.priceRupiah]).toEqual([18_360, 5_400]);
    expect(await enrolAll()).toMatchObject({ enrolled: [{}, {}], refused: [] });

    const refused = await composePacket(app, manager, { operationId: op(), month: november });
    expect(refused.leftOut.map(({ reasons }) => reasons)).toEqual([
      ["group-number-missing"],
      ["group-number-missing"],
    ]);
    await noteNumber();
    const [packet] = await sent();
    expect(packet).toMatchObject({ groupKey: `pu-${village}`, lines: 2, totalRupiah: 23_760 });
    const shown = await getPacket(app, officer, { packetId: packet!.packetId });
    expect(new Set(shown.rows.map(({ wadah, fundSource }) => `${wadah} ${fundSource}`))).toEqual(
      new Set(["PU apbdes"]),
    );
    expect(new Set(shown.rows.map(({ amountRupiah }) => amountRupiah))).toEqual(new Set([18_360, 5_400]));
    await accept();
    const code = head!.person.code!;
    expect(await coverOf(code)).toMatchObject({
      state: "waiting-first-payment",
      dates: { dueOn: "2026-12-15" },
    });
    expect(await pay("2026-11", [18_359, 5_400])).toMatchObject([
      { code: "E-RECEIPT-LESS" },
      { outcome: "applied" },
    ]);
    expect(await pay("2026-11", [18_360])).toMatchObject([{ outcome: "applied" }]);
    const covered = await coverOf(code);
    expect(covered).toMatchObject({ state: "covered", dates: { dueOn: "2027-01-15", endsOn: null } });
    expect(covered.ifDeath.workAccident.amount).toBe(48 * 3_400_000 + 22_000_000);
    const owed = await readRows(app, "select distinct segment, fund_source from app.obligations");
    expect(owed).toEqual([{ segment: "pu-village", fundSource: "apbdes" }]);
    await startMonthRun(app, manager, { operationId: op(), month: "2026-11" });
    await drainToEmpty(app);
    const books = await readRows(
      app,
      "select account, amount::int from app.ledger_balances where account like '1210%'",
    );
    expect(books).toEqual([{ account: `1210:D:${village}`, amount: 23_760 }]);
  });

  test("next month is owed by the wage of that month, and a wage reported again changes nothing before", async () => {
    const { app } = city;
    const niks = await sendList(["ROSMANIAR,Kepala Desa,3400000"]);
    await enrolAll();
    await noteNumber();
    await sent();
    await accept();
    await sendList(["ROSMANIAR,Kepala Desa,4000000"], [...niks]);
    const [before] = await officers();
    expect(before).toMatchObject({ wageRupiah: 3_400_000, newWageRupiah: 4_000_000 });
    const reported = await reportWages(app, manager, { operationId: op(), personIds: await ids() });
    expect(reported).toEqual({ outcome: "reported", officers: 1 });
    expect(await reportWages(app, manager, { operationId: op(), personIds: await ids() })).toEqual({
      outcome: "nothing-new",
    });
    await startMonthRun(app, manager, { operationId: op(), month: "2026-12" });
    await drainToEmpty(app);
    const owed = await readRows(
      app,
      `select to_char(month, 'YYYY-MM') as month, sum(amount_rupiah)::int as rupiah from app.obligations
       where reversed_at is null group by 1 order by 1`,
    );
    expect(owed.at(-1)).toEqual({ month: "2026-12", rupiah: 21_600 });
    const evidence = await readRows(
      app,
      "select effective_on::text as on, (details->>'baseRupiah')::int as base from app.cover_events where type = 'wage'",
    );
    expect(evidence).toEqual([{ on: "2026-11-01", base: 4_000_000 }]);
  });
});

describe("whoever cannot be enrolled", () => {
  test("is told with every reason: without a wage, under another payer, or enrolled already", async () => {
    const { app } = city;
    await sendList(["ROSMANIAR,Kepala Desa,3400000", "SYAFRIL,Kaur"]);
    const first = await enrolAll();
    expect(first.refused.map(({ reasons }) => reasons)).toEqual([["wage-missing"]]);
    const second = await enrolAll();
    expect(second.refused.map(({ reasons }) => reasons)).toEqual([["enrolled"], ["wage-missing"]]);
    const worker = await anEndorsedPerson(app);
    const stranger = await enrolOfficers(app, manager, { operationId: op(), personIds: [worker.id] });
    expect(stranger.refused).toEqual([{ personId: worker.id, reasons: ["unknown-person"] }]);
    const [head] = await officers();
    const byCity = { operationId: op(), personIds: [head!.personId], fundSource: "apbd" } as const;
    const funded = await fundByCity(app, manager, byCity);
    expect(funded.refused[0]!.reasons).toEqual(expect.arrayContaining(["has-payer", "village-pays"]));
  });

  test("stays a task: of the manager where the wage is known, of the village where it is not", async () => {
    await sendList(["ROSMANIAR,Kepala Desa,3400000", "SYAFRIL,Kaur"]);
    expect((await listOfficers(city.app, operator)).counts).toEqual({
      officers: 2,
      unpaid: 1,
      withoutWage: 1,
      otherWage: 0,
    });
    await expect(
      enrolOfficers(city.app, operator, { operationId: op(), personIds: [] }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("an office that ends", () => {
  test("leaves the months until then owed and covered, and none after", async () => {
    const { app } = city;
    await sendList(["ROSMANIAR,Kepala Desa,3400000"]);
    await enrolAll();
    await noteNumber();
    await sent();
    await accept();
    await pay("2026-11", [18_360]);
    const ending = { operationId: op(), personIds: await ids(), lastMonth: "2026-11" };
    expect(await endOffice(app, manager, { ...ending, reason: "bored" })).toMatchObject({
      reasons: ["reason-missing"],
    });
    expect(await endOffice(app, manager, { ...ending, operationId: op(), reason: "term-over" })).toEqual({
      outcome: "ended",
      officers: 1,
    });
    const [head] = await officers();
    expect(head).toMatchObject({ state: null, reasons: [] });
    await startMonthRun(app, manager, { operationId: op(), month: "2026-12" });
    await drainToEmpty(app);
    expect(await readRows(app, "select 1 from app.obligations where month = '2026-12-01'")).toEqual([]);
    await city.setNow("2026-12-02T02:00:00Z");
    expect((await coverOf(head!.person.code!)).dates.endsOn).toBe("2026-12-01");
  });
});

test("BPJS is told month by month who left office and whose wage changed, with the numbers it knows them by", async () => {
  const { app } = city;
  const niks = await sendList(["ROSMANIAR,Kepala Desa,3400000", "SYAFRIL,Kaur,2000000"]);
  await enrolAll();
  await noteNumber();
  await sent();
  await accept();
  await city.setNow("2026-12-02T02:00:00Z");
  await sendList(["ROSMANIAR,Kepala Desa,4000000", "SYAFRIL,Kaur,2000000"], [...niks]);
  await reportWages(app, manager, { operationId: op(), personIds: await ids() });
  const [, member] = await officers();
  const ending = { personIds: [member!.personId], lastMonth: "2026-12", reason: "resigned" };
  await endOffice(app, manager, { operationId: op(), ...ending });
  const changes = await listMemberChanges(app, manager, { month: "2026-12" });
  expect(
    changes.map(({ person, kind, on, wageBefore, wageAfter }) => [
      person.name,
      kind,
      on,
      wageBefore,
      wageAfter,
    ]),
  ).toEqual([
    ["ROSMANIAR", "wage", "2026-12-01", 3_400_000, 4_000_000],
    ["SYAFRIL", "left", "2026-12-31", null, null],
  ]);
  expect(await listMemberChanges(app, manager, { month: "2026-11" })).toEqual([]);
  const file = await downloadMemberChanges(app, aSteppedUpActor(app, "MGR"), { month: "2026-12" });
  const path = join(mkdtempSync(join(tmpdir(), "tuwai-changes-")), file.fileName);
  writeFileSync(path, file.bytes);
  const table: string[] = [];
  for await (const event of readTable(path, { format: "xlsx", limits: limitsFor("village-list") }))
    if (event.type === "row") table.push(...event.cells.map(({ text }) => text));
  for (const text of [niks[0]!, niks[1]!, "15070955", "Perubahan upah", "Berhenti"])
    expect(table).toContain(text);
  await expect(downloadMemberChanges(app, manager, { month: "2026-12" })).rejects.toMatchObject({
    code: "step-up-required",
  });
});

describe("a village that has not paid", () => {
  test("stands on the board of arrears with its officers, what it owes, and the day it should have paid", async () => {
    const { app } = city;
    await sendList(["ROSMANIAR,Kepala Desa,3400000"]);
    await enrolAll();
    await noteNumber();
    await sent();
    await accept();
    await pay("2026-11", [18_360]);
    await city.setNow("2027-01-20T02:00:00Z");
    await refreshCover(app, { personIds: await ids() });
    await drainToEmpty(app);
    const { rows, groups } = await listArrears(app, operator, {});
    expect(rows).toMatchObject([
      { state: "village-owes", dueOn: "2027-01-15", arrearsRupiah: 18_360, safeRescueDay: null },
    ]);
    expect(groups).toMatchObject([{ bucket: "village", fundSource: "apbdes", payBy: "2027-01-15" }]);
    await pay("2026-12", [18_360]);
    await drainToEmpty(app);
    expect((await listArrears(app, operator, {})).rows).toEqual([]);
  });
});

test("a group of a village needs a number and no agreement; one of the city both", async () => {
  await sendList(["ROSMANIAR,Kepala Desa,3400000"]);
  const worker = await anEndorsedPerson(city.app);
  const byCity = { operationId: op(), personIds: [worker.id], fundSource: "apbd" } as const;
  await fundByCity(city.app, manager, byCity);
  const warnings = async () =>
    Object.fromEntries((await listGroups(city.app, manager)).map(({ key, warnings }) => [key, warnings]));
  expect(await warnings()).toEqual({
    "apbd-sg": ["number-missing", "agreement-missing"],
    [`pu-${village}`]: ["number-missing"],
  });
  await noteNumber();
  expect((await warnings())[`pu-${village}`]).toEqual([]);
  await expect(noteNumber()).rejects.toMatchObject({ code: "stale" });
});

test("mother's name and birth place are sealed until BPJS has accepted, and then stand in no row that describes the officer", async () => {
  const { app } = city;
  const kept = () =>
    readRows(
      app,
      `select p.mother_name_sealed is not null or p.birth_place_sealed is not null as person,
        jsonb_exists_any(r.attributes, array['motherNameSealed', 'birthPlaceSealed']) as record
       from app.persons p join app.person_records pr on pr.person_id = p.id join app.source_records r on r.id = pr.record_id`,
    );
  await sendList(["ROSMANIAR,Kepala Desa,3400000"]);
  await enrolAll();
  await noteNumber();
  await sent();
  await drainToEmpty(app);
  expect(await kept()).toEqual([{ person: true, record: true }]);
  await accept();
  await drainToEmpty(app);
  expect(await kept()).toEqual([{ person: false, record: false }]);
});
