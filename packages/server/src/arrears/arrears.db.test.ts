import { rupiah } from "@tuwai/domain/money";
import { month, type Month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { receiptsApplier } from "#contributions";
import { refreshAllCover } from "#cover";
import { acceptProposals, fundByCity, listProposals, proposeMatches } from "#matching";
import { resultsApplier } from "#packet-results";
import { getMyPledge, signPledge, stopPledge } from "#sponsors";
import { listTasks } from "#tasks";
import {
  aCivilServant,
  aKpj,
  anActor,
  anEndorsedPerson,
  applyRows,
  branch,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
  type ThreadPerson,
  undoRows,
  sendReady,
} from "#testing";
import { getHolds } from "#replacements";
import { drainToEmpty } from "#work";
import { listArrears, tellPayer } from "./index.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
const november = month("2026-11");
let manager: Actor;
let officer: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  officer = anActor(city.app, "BPJ", branch);
});

/** BPJS has taken these people in and received November for them. */
async function covered(persons: readonly ThreadPerson[]): Promise<void> {
  const { app } = city;
  await sendReady(app, manager, november);
  const file = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(
    app,
    officer,
    file,
    persons.map(({ code }) => ({ personCode: code, kpj: aKpj(), result: "accepted" as const })),
  );
  await paid(persons, [november]);
}

/** Answers the batch, so that it can be taken back. */
async function paid(persons: readonly ThreadPerson[], months: readonly Month[], amount = 16_800) {
  const { app } = city;
  const file = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: app.newId() };
  const rows = persons.flatMap(({ code }) =>
    months.map((of) => ({ personCode: code, month: of, amount: rupiah(amount) })),
  );
  const outcomes = await applyRows(app, officer, file, rows);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(rows.map(() => "applied"));
  await drainToEmpty(app);
  return file;
}

/** The city pays for one more person, who is covered in November. */
async function aMember(place: (typeof places)[keyof typeof places] = places.naras): Promise<ThreadPerson> {
  const { app } = city;
  const person = await anEndorsedPerson(app, { place });
  const personIds = [person.id];
  await fundByCity(app, manager, { operationId: app.newId(), personIds, fundSource: "apbd" });
  await covered([person]);
  return person;
}

const tell = () => tellPayer(city.app, manager, { operationId: city.app.newId(), fundSource: "apbd" });

/** The service comes back on that day and does what it missed. */
async function upOn(day: string): Promise<void> {
  await city.setNow(`${day}T02:00:00Z`);
  await refreshAllCover(city.app);
  await drainToEmpty(city.app);
}

const board = async (actor: Actor = manager, input: Parameters<typeof listArrears>[2] = {}) =>
  (await listArrears(city.app, actor, input)).rows;
const alarms = async () =>
  (
    await readRows<{ code: string; due: string; is: string }>(
      city.app,
      `select code, due_on::text as due, case when told_at is not null then 'told' when withdrawn_at is not null then 'withdrawn'
         else 'open' end as is from app.cover_alarms order by due_on, code`,
    )
  ).map(({ code, due, is }) => `${due} ${code} ${is}`);

describe("the board of arrears", () => {
  test("leaves out whoever is paid and has a payer; says what an unpaid month costs and until when it saves", async () => {
    const person = await aMember();
    await upOn("2026-12-15");
    expect(await board()).toEqual([]);
    await upOn("2027-01-15");
    expect(await board()).toEqual([
      expect.objectContaining({
        person: expect.objectContaining({ code: person.code }),
        cause: "not-received",
        fundSource: "apbd",
        owedMonths: 2,
        arrearsRupiah: 33_600,
        naturalRupiah: 10_000_000,
        accidentRupiah: 70_000_000,
        paidUntil: "2026-11-30",
        safeRescueDay: "2027-01-31",
        lastRescueDay: "2027-02-28",
      }),
    ]);
    const { groups } = await listArrears(city.app, manager, { bucket: "30" });
    expect(groups).toMatchObject([{ bucket: "30", workers: 1, arrearsRupiah: 33_600, untold: 1 }]);
    expect(await board(manager, { bucket: "60" })).toEqual([]);
  });

  test("shows the lapsed for a while as people to register again, and then no more", async () => {
    await aMember();
    await upOn("2027-03-01");
    expect(await board(manager, { bucket: "ended" })).toMatchObject([
      { owedMonths: 0, endsOn: "2027-03-01" },
    ]);
    expect(await board(manager, { bucket: "30" })).toEqual([]);
    await upOn("2027-06-01");
    expect(await board()).toEqual([]);
  });

  test("shows a paid worker whose sponsor stops, who is held for another sponsor meanwhile, until somebody pays", async () => {
    const { app } = city;
    const person = await anEndorsedPerson(app);
    const sponsor = await aCivilServant(app);
    await signPledge(app, sponsor, {
      operationId: app.newId(),
      capRupiah: 20_000,
      workerCount: 1,
      channel: "payroll",
      wishes: {},
      fromMonth: november,
      consentTextVersion: "ikrar-1",
    });
    await proposeMatches(app, manager, { operationId: app.newId() });
    const sponsorshipIds = (await listProposals(app, manager)).rows.map(({ id }) => id);
    await acceptProposals(app, manager, { operationId: app.newId(), sponsorshipIds });
    await covered([person]);
    await upOn("2026-12-01");
    expect(await board()).toEqual([]);
    const pledge = (await getMyPledge(app, sponsor)).pledge!;
    await stopPledge(app, sponsor, {
      operationId: app.newId(),
      pledgeId: pledge.id,
      version: pledge.version,
    });
    await drainToEmpty(app);
    expect(await board()).toMatchObject([{ cause: "payer-ended", fundSource: "asn" }]);
    expect((await getHolds(app, manager)).rows.map((row) => row.person?.code)).toEqual([person.code]);
    await fundByCity(app, manager, { operationId: app.newId(), personIds: [person.id], fundSource: "apbd" });
    await drainToEmpty(app);
    expect(await board(manager, { cause: "payer-ended" })).toEqual([]);
  });

  test("is each reader's own area; a head of a village reads and marks nothing, a camat reads initials", async () => {
    const [naras, kampung] = [await aMember(), await aMember(places.kampung)];
    await upOn("2027-01-15");
    const codes = async (actor: Actor) =>
      (await board(actor)).map(({ person }) => String(person.code)).toSorted();
    expect(await codes(manager)).toEqual([naras.code, kampung.code].toSorted());
    expect(await codes(anActor(city.app, "OPR", places.kampung.code))).toEqual([kampung.code]);
    expect(await codes(officer)).toHaveLength(2);
    expect(await codes(anActor(city.app, "BPJ", "cabang-lain"))).toEqual([]);
    const [seen] = await board(anActor(city.app, "CMT", places.naras.kecamatan));
    expect(seen!.person.name).toBe("S. A.");
    const head = anActor(city.app, "KDS", places.naras.code);
    expect(await codes(head)).toEqual([naras.code]);
    const told = tellPayer(city.app, head, { operationId: city.app.newId(), fundSource: "apbd" });
    await expect(told).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is a task of the manager and of the village's operator, counted by the stricter day", async () => {
    await aMember();
    await upOn("2026-12-31");
    const taskOf = async (actor: Actor) =>
      (await listTasks(city.app, actor)).find(({ code }) => code === "rescue-workers")?.count;
    expect(await taskOf(manager)).toBeUndefined();
    await upOn("2027-01-01");
    expect(await taskOf(manager)).toBe(1);
    expect(await taskOf(anActor(city.app, "OPR", places.naras.code))).toBe(1);
    expect(await taskOf(anActor(city.app, "OPR", places.kampung.code))).toBeUndefined();
  });
});

describe("alarms are read from the evidence", () => {
  test("a service that was down from 10 January to 20 February raises each missed one once, with the day it was due", async () => {
    await aMember();
    await upOn("2027-01-10");
    expect(await alarms()).toEqual(["2026-12-16 unpaid open", "2027-01-01 lapse-near open"]);
    await upOn("2027-02-20");
    const all = ["2026-12-16 unpaid open", "2027-01-01 lapse-near open", "2027-02-01 safe-day-past open"];
    expect(await alarms()).toEqual(all);
    await upOn("2027-02-20");
    expect(await alarms()).toEqual(all);
  });

  test("a part payment moves them, a full one withdraws what nobody told, taking it back brings them again", async () => {
    const person = await aMember();
    await upOn("2027-02-20");
    await paid([person], [month("2026-12")]);
    const moved = ["2027-01-16 unpaid open", "2027-01-29 lapse-near open"];
    const old = ["2026-12-16 unpaid", "2027-01-01 lapse-near", "2027-02-01 safe-day-past"];
    expect((await alarms()).toSorted()).toEqual(
      [...old.map((each) => `${each} withdrawn`), ...moved].toSorted(),
    );
    const file = await paid([person], [month("2027-01"), month("2027-02")]);
    expect((await alarms()).filter((each) => each.endsWith("open"))).toEqual([]);
    expect(await board()).toEqual([]);
    await undoRows(city.app, officer, file);
    await drainToEmpty(city.app);
    expect((await alarms()).filter((each) => each.endsWith("open"))).toEqual(moved);
  });

  test("what somebody told the payer is not raised again; only what comes later is", async () => {
    await aMember();
    await upOn("2027-01-15");
    expect(await tell()).toEqual({ outcome: "told", workers: 1 });
    expect(await tell()).toEqual({ outcome: "nothing-open" });
    await upOn("2027-02-20");
    expect(await alarms()).toEqual([
      "2026-12-16 unpaid told",
      "2027-01-01 lapse-near told",
      "2027-02-01 safe-day-past open",
    ]);
  });
});
