import { month } from "@tuwai/domain/time";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { fundByCity } from "#matching";
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
  answerDoubleCover,
  enterOtherCovers,
  listDoubleCover,
  undoDoubleAnswer,
  withdrawOther,
} from "./index.ts";

const city = testDatabase();
let manager: Actor;
const op = () => ({ operationId: city.app.newId() });
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
});

/** Whom the city pays for since November 2026. */
async function aMember(name?: string): Promise<ThreadPerson> {
  const { app } = city;
  const person = await anEndorsedPerson(app, name === undefined ? {} : { name });
  await fundByCity(app, manager, { ...op(), personIds: [person.id], fundSource: "apbd" });
  await sendReady(app, manager, month("2026-11"));
  const taken = {
    personCode: person.code,
    kpj: aKpj(),
    result: "accepted" as const,
    resultOn: "2026-11-21" as never,
  };
  const results = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(app, anActor(app, "BPJ", branch), results, [taken]);
  return person;
}
const enter = (...lines: readonly string[]) =>
  enterOtherCovers(city.app, manager, { ...op(), pasted: lines.join("\n") });
const seen = (actor: Actor = manager) => listDoubleCover(city.app, actor);
const task = async () =>
  (await listTasks(city.app, manager)).find(({ code }) => code === "answer-double-cover")?.count ?? 0;
const answer = (personId: string, doubleAnswer: string, reason = "provinsi membayar sampai 2028") =>
  answerDoubleCover(city.app, manager, { ...op(), personId, doubleAnswer, reason });

test("a pasted list finds who is paid for twice, tells strangers and other names by their line, and keeps no number of theirs", async () => {
  const [one, two] = [await aMember("Syafril Amri"), await anEndorsedPerson(city.app, { name: "Yusnidar" })];
  const province = "Provinsi Sumatera Barat";
  expect(
    await enter(
      "NIK;Nama;Dari;Sampai;Penanggung",
      `${one.nik};SYAFRIL AMRI;2026-10;;${province}`,
      `${two.nik};Yusnidar;2026-10;2027-12;${province}`,
      `${two.nik};Budi Santoso;2026-11;;${province}`,
      `1377920101800099;Entah;2026-10;;${province}`,
    ),
  ).toEqual({
    outcome: "entered",
    workers: 2,
    already: 0,
    problems: [
      { line: 4, problem: "name-differs" },
      { line: 5, problem: "unknown-person" },
    ],
  });
  const found = await seen();
  expect(found).toMatchObject({
    single: 1,
    precedence: { value: "other-first", confirmed: false },
    open: { heads: 1, rupiah: 16_800, freesRupiah: 16_800 },
    endsFrom: "2026-12",
  });
  expect(found.workers).toMatchObject([{ personId: one.id, months: ["2026-11"], reasonAgainstEnd: null }]);
  expect(await task()).toBe(1);
  const text = JSON.stringify(await readRows(city.app, "select * from app.other_covers"));
  expect(text).not.toContain("1377920101800099");
  expect(await enter(`${one.nik};Syafril;2026-10;;provinsi sumatera barat`)).toMatchObject({
    workers: 0,
    already: 1,
  });
});

test("ours ends with the month and the run follows; taken back, everything is as before", async () => {
  const person = await aMember();
  await enter(`${person.nik};;2026-10;;Provinsi`);
  const before = await readRows(city.app, "select id, state, until_month from app.enrolments");
  expect(await answer(person.id, "end-ours", " ")).toMatchObject({ reasons: ["without-reason"] });
  expect(await answer(person.id, "end-ours")).toEqual({ outcome: "answered" });
  expect(await answer(person.id, "keep-ours")).toMatchObject({ reasons: ["answered-already"] });
  expect([await task(), (await seen()).open.heads]).toEqual([0, 0]);
  const december = async () => {
    await startMonthRun(city.app, manager, { ...op(), month: "2026-12" });
    await drainToEmpty(city.app);
    return readRows(
      city.app,
      "select id from app.obligations where month = '2026-12-01' and reversed_at is null",
    );
  };
  expect(await december()).toEqual([]);
  const [worker] = (await seen()).workers;
  const undo = { ...op(), answerId: worker!.answer!.id };
  expect(await undoDoubleAnswer(city.app, manager, undo)).toEqual({ outcome: "undone" });
  expect(await readRows(city.app, "select id, state, until_month from app.enrolments")).toEqual(before);
  expect(await december()).toHaveLength(2);
  expect(await task()).toBe(1);
});

test("ours is kept with a reason; what cannot be undone says so; a wrong line is taken back and nothing is double any more", async () => {
  const person = await aMember();
  await enter(`${person.nik};;2026-10;;Provinsi`);
  expect(await answer(person.id, "keep-ours", "provinsi hanya JKK")).toEqual({ outcome: "answered" });
  const [worker] = (await seen()).workers;
  expect(worker).toMatchObject({
    isOpen: false,
    answer: { answer: "keep-ours", reason: "provinsi hanya JKK" },
  });
  await undoDoubleAnswer(city.app, manager, { ...op(), answerId: worker!.answer!.id });
  await answer(person.id, "end-ours");
  await fundByCity(city.app, manager, { ...op(), personIds: [person.id], fundSource: "csr" });
  const again = (await seen()).workers[0]!.answer!.id;
  expect(await undoDoubleAnswer(city.app, manager, { ...op(), answerId: again })).toMatchObject({
    reasons: ["has-payer"],
  });
  const otherCoverId = worker!.others[0]!.id;
  await withdrawOther(city.app, manager, { ...op(), otherCoverId });
  expect((await seen()).workers).toEqual([]);
});

test("is the manager's; auditors read, nobody else does, and long lists are refused whole", async () => {
  const lines = Array.from({ length: 201 }, (_, n) => `x${n};;2026-10;;Provinsi`);
  expect(await enter(...lines)).toEqual({ outcome: "refused", reasons: ["too-many"] });
  expect(await enter("")).toEqual({ outcome: "refused", reasons: ["nothing-read"] });
  expect((await seen(anActor(city.app, "AUD"))).workers).toEqual([]);
  for (const role of ["FIN", "BKP", "KDS", "OPR"] as const)
    await expect(seen(anActor(city.app, role, places.naras.code))).rejects.toMatchObject({
      code: "forbidden",
    });
  const auditor = anActor(city.app, "AUD");
  await expect(enterOtherCovers(city.app, auditor, { ...op(), pasted: "" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
