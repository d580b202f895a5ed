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
  aSteppedUpActor,
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
import {
  exportArrears,
  getRescue,
  listArrears,
  listRescues,
  previewRescue,
  rescueWorkers,
  tellPayer,
  undoRescue,
} from "./index.ts";

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

/** A worker whose November a sponsor paid, on 1 December; and the sponsor's stopping. */
async function aSponsored(): Promise<{ readonly person: ThreadPerson; readonly stop: () => Promise<void> }> {
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
  const stop = async () => {
    const pledge = (await getMyPledge(app, sponsor)).pledge!;
    const { id: pledgeId, version } = pledge;
    await stopPledge(app, sponsor, { operationId: app.newId(), pledgeId, version });
    await drainToEmpty(app);
  };
  return { person, stop };
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
    const { person, stop } = await aSponsored();
    expect(await board()).toEqual([]);
    await stop();
    expect(await board()).toMatchObject([
      {
        cause: "payer-ended",
        fundSource: "asn",
        cheapest: { now: null, next: { by: "asn", monthly: 8400 } },
      },
    ]);
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
    const all = [
      "2026-12-16 unpaid open",
      "2027-01-01 lapse-near open",
      "2027-01-24 lapse-in-7 open",
      "2027-02-01 safe-day-past open",
    ];
    expect(await alarms()).toEqual(all);
    await upOn("2027-02-20");
    expect(await alarms()).toEqual(all);
  });

  test("a part payment moves them, a full one withdraws what nobody told, taking it back brings them again", async () => {
    const person = await aMember();
    await upOn("2027-02-20");
    await paid([person], [month("2026-12")]);
    const moved = ["2027-01-16 unpaid open", "2027-01-29 lapse-near open"];
    const old = [
      "2026-12-16 unpaid",
      "2027-01-01 lapse-near",
      "2027-01-24 lapse-in-7",
      "2027-02-01 safe-day-past",
    ];
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
      "2027-01-24 lapse-in-7 open",
      "2027-02-01 safe-day-past open",
    ]);
  });
});

const codesOf = (persons: readonly ThreadPerson[]) => persons.map(({ code }) => code);
const look = (personCodes: readonly string[], actor: Actor = manager) =>
  previewRescue(city.app, actor, { personCodes });
/** What the preview says, done. */
async function rescue(personCodes: readonly string[], way: string, actor: Actor = manager) {
  const { ways } = await look(personCodes, actor);
  const seen = ways.find((each) => each.way === way) ?? { workers: 1, now: 0, monthly: 0 };
  return rescueWorkers(city.app, actor, { operationId: city.app.newId(), personCodes, way, seen });
}
const rescued = async (...of: Parameters<typeof rescue>): Promise<string> => {
  const done = await rescue(...of);
  if (done.outcome !== "rescued") throw new Error(done.outcome);
  await drainToEmpty(city.app);
  return done.roundId;
};
const undo = (roundId: string, reason = "salah pilih", actor: Actor = manager) =>
  undoRescue(city.app, actor, { operationId: city.app.newId(), roundId, reason });
const urgent = async (actor: Actor = manager) =>
  (await listTasks(city.app, actor)).find(({ code }) => code === "rescue-workers")?.count ?? 0;

describe("a rescue", () => {
  test("of many at once costs what the preview says, quiets the task until it is waited for no more, and is taken back with a reason", async () => {
    const [one, other] = [await aMember(), await aMember(places.kampung)];
    await upOn("2027-01-15");
    const codes = codesOf([one, other]);
    const preview = await look([...codes, "PK-TIDAK-AD"]);
    expect(preview).toMatchObject({ missing: 1, naturalRupiah: 20_000_000 });
    expect(preview.ways).toMatchObject([
      { way: "payer", workers: 2, now: 67_200, monthly: 0, answerBy: "2027-01-29" },
      { way: "bridging", workers: 2, now: 67_200 },
      { way: "apbd", workers: 0, refused: [{ reason: "has-payer", workers: 2 }] },
      { way: "apbdes", workers: 0 },
      { way: "csr", workers: 0 },
    ]);
    expect((await previewRescue(city.app, manager, { everybody: { bucket: "30" } })).codes).toHaveLength(2);
    expect(await urgent()).toBe(2);
    const roundId = await rescued(codes, "bridging");
    expect([await urgent(), (await alarms()).filter((each) => each.endsWith("open"))]).toEqual([0, []]);
    expect(await board()).toMatchObject([
      { rescueId: roundId, rescueWay: "bridging", answerBy: "2027-01-29" },
      { rescueId: roundId },
    ]);
    expect(await rescue(codes, "payer")).toEqual({ outcome: "nobody-fits" });
    expect(await undo(roundId, " ")).toEqual({ outcome: "refused", reason: "without-reason" });
    const half = {
      operationId: city.app.newId(),
      roundId,
      personCodes: [one.code],
      reason: "uangnya tidak ada",
    };
    expect(await undoRescue(city.app, manager, half)).toEqual({ outcome: "undone", workers: 1, kept: [] });
    expect(await urgent()).toBe(1);
    const { rescues } = await getRescue(city.app, manager, { roundId });
    expect(rescues.filter(({ undoReason }) => undoReason === "uangnya tidak ada")).toHaveLength(1);
    await paid([other], [month("2026-12"), month("2027-01")]);
    expect((await listRescues(city.app, manager)).rows).toMatchObject([
      { id: roundId, way: "bridging", workers: 2, nowRupiah: 67_200, undone: 1, saved: 1 },
    ]);
    await rescued([one.code], "payer");
    await upOn("2027-01-30");
    expect(await urgent()).toBe(1);
  });

  test("of those whose sponsor stopped puts a fund in his place, and taking it back leaves nobody paying again", async () => {
    const { person, stop } = await aSponsored();
    await stop();
    const { ways } = await look([person.code]);
    expect(ways.filter(({ workers }) => workers > 0)).toMatchObject([
      { way: "apbd", now: 0, monthly: 16_800 },
      { way: "apbdes" },
      { way: "csr", now: 0, monthly: 8400 },
    ]);
    const roundId = await rescued([person.code], "csr");
    expect(await board()).toEqual([]);
    expect(await undo(roundId)).toEqual({ outcome: "undone", workers: 1, kept: [] });
    await drainToEmpty(city.app);
    expect(await board()).toMatchObject([{ cause: "payer-ended", rescueId: null }]);
    expect(await undo(roundId)).toEqual({ outcome: "refused", reason: "nothing-open" });
    const again = await rescued([person.code], "apbd");
    await sendReady(city.app, manager, month("2026-12"));
    expect(await undo(again)).toEqual({ outcome: "undone", workers: 0, kept: [person.code] });
  });

  test("that costs something else by now is not done; of two at once one comes first", async () => {
    const person = await aMember();
    await upOn("2027-01-15");
    const personCodes = [person.code];
    const begin = (now: number) =>
      rescueWorkers(city.app, manager, {
        operationId: city.app.newId(),
        personCodes,
        way: "payer",
        seen: { workers: 1, now, monthly: 0 },
      });
    expect(await begin(16_800)).toEqual({ outcome: "changed" });
    const both = await Promise.all([begin(33_600), begin(33_600)]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["nobody-fits", "rescued"]);
    expect(await readRows(city.app, "select 1 from app.rescues")).toHaveLength(1);
  });

  test("is an operator's in the own village, without new payers; nobody else's", async () => {
    const [one, other] = [await aMember(), await aMember(places.kampung)];
    await upOn("2027-01-15");
    const operator = anActor(city.app, "OPR", places.naras.code);
    const preview = await look(codesOf([one, other]), operator);
    expect([preview.codes, preview.missing, preview.ways.map(({ way }) => way)]).toEqual([
      [one.code],
      1,
      ["payer", "bridging"],
    ]);
    await expect(rescue([one.code], "apbd", operator)).rejects.toMatchObject({ code: "forbidden" });
    const roundId = await rescued([other.code], "payer");
    await expect(undo(roundId, "x", operator)).rejects.toMatchObject({ code: "not-found" });
    await expect(look([one.code], anActor(city.app, "AUD"))).rejects.toMatchObject({ code: "forbidden" });
    expect((await listRescues(city.app, operator)).total).toBe(0);
  });
});

test("the board leaves as a file without identity numbers, to whoever proved who they are", async () => {
  const { code } = await aMember();
  await upOn("2027-01-15");
  const columns = [
    {
      header: "K",
      kind: "text" as const,
      value: (row: { person: { code?: string } }) => row.person.code ?? null,
    },
  ];
  const input = { format: "csv" as const, words: { sheet: "S", mark: "M", columns } };
  await expect(exportArrears(city.app, manager, input)).rejects.toMatchObject({ code: "step-up-required" });
  const file = await exportArrears(city.app, aSteppedUpActor(city.app, "MGR"), input);
  expect(Buffer.from(file.bytes).toString("utf8")).toBe(`\uFEFFK;M\r\n${code};${file.code}\r\n`);
  const seen = await readRows(
    city.app,
    "select purpose from audit.accesses where purpose = 'export:arrears'",
  );
  expect(seen).toHaveLength(1);
});
