import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { fundByCity, listWaiting } from "#matching";
import { enterPayer } from "#payers";
import { anActor, anEndorsedPerson, insertPlaces, openCity, places, readRows, testDatabase } from "#testing";
import { extendReservation, listReservations, releaseReservation, reserveWorkers } from "./index.ts";

const city = testDatabase();
let manager: Actor;
const op = () => ({ operationId: city.app.newId() });
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
});

async function aFirm(name: string): Promise<string> {
  const of = { kind: "firm", fundSource: "csr", contact: "", agreement: "" };
  const entered = await enterPayer(city.app, manager, { ...op(), name, ...of });
  if (entered.outcome !== "noted") throw new Error(JSON.stringify(entered));
  return entered.payerId;
}
const hold = (personIds: readonly string[], payerId: string, untilDay = "2026-12-05") =>
  reserveWorkers(city.app, manager, { ...op(), personIds, payerId, untilDay });
const waiting = async () => (await listWaiting(city.app, manager)).rows.map(({ personId }) => personId);
const fund = (personIds: readonly string[], payerId?: string) =>
  fundByCity(city.app, manager, {
    ...op(),
    personIds,
    fundSource: "csr",
    ...(payerId === undefined ? {} : { payerId }),
  });

test("whoever is held for a payer is taken by nobody else, and by that payer with a named enrolment", async () => {
  const [one, two] = [await anEndorsedPerson(city.app), await anEndorsedPerson(city.app)];
  const [firm, other] = [await aFirm("PT Semen Padang"), await aFirm("Bank Nagari")];
  expect(await hold([one.id, two.id, city.app.newId()], firm)).toMatchObject({
    workers: 2,
    refused: [{ reason: "unknown-person" }],
  });
  expect(await waiting()).toEqual([]);
  expect((await hold([one.id], other)) as object).toMatchObject({
    workers: 0,
    refused: [{ reason: "reserved" }],
  });
  expect((await fund([one.id])).refused[0]!.reasons).toEqual(["reserved"]);
  expect((await fund([one.id], other)).refused[0]!.reasons).toEqual(["reserved"]);
  expect((await fund([one.id], firm)).funded).toHaveLength(1);
  expect(await readRows(city.app, "select payer_id, fund_source from app.enrolments")).toEqual([
    { payerId: firm, fundSource: "csr" },
  ]);
  const left = await listReservations(city.app, manager, { payerId: firm });
  expect(left.map(({ personId, state }) => [personId, state])).toEqual([[two.id, "held"]]);
});

test("the day is read: past it the worker waits for anybody again, though no work has run, and may be held anew", async () => {
  const { id } = await anEndorsedPerson(city.app);
  const [firm, other] = [await aFirm("PT Semen Padang"), await aFirm("Bank Nagari")];
  await hold([id], firm);
  await city.setNow("2026-12-05T10:00:00Z");
  expect(await waiting()).toEqual([]);
  await city.setNow("2026-12-05T18:00:00Z");
  expect(await waiting()).toEqual([id]);
  expect((await listReservations(city.app, manager, { payerId: firm }))[0]).toMatchObject({
    state: "expired",
  });
  expect(await hold([id], other, "2026-12-20")).toMatchObject({ workers: 1, refused: [] });
  expect(await listReservations(city.app, manager, { payerId: firm })).toEqual([]);
});

test("is held longer with a reason and twice at most, let go with one, and never by a stale page", async () => {
  const { id } = await anEndorsedPerson(city.app);
  const firm = await aFirm("PT Semen Padang");
  expect(await hold([id], firm, "2027-03-01")).toMatchObject({ reasons: ["day-unclear"] });
  await hold([id], firm);
  const [held] = await listReservations(city.app, manager, { payerId: firm });
  const extend = (version: number, untilDay: string, reason = "menunggu rapat direksi") =>
    extendReservation(city.app, manager, { ...op(), reservationId: held!.id, version, untilDay, reason });
  expect(await extend(1, "2026-12-01", " ")).toMatchObject({ reasons: ["day-unclear", "without-reason"] });
  expect(await extend(1, "2026-12-10")).toEqual({ outcome: "done" });
  await expect(extend(1, "2026-12-15")).rejects.toMatchObject({ code: "stale" });
  expect(await extend(2, "2026-12-15")).toEqual({ outcome: "done" });
  expect(await extend(3, "2026-12-20")).toMatchObject({ reasons: ["extended-too-often"] });
  const release = { ...op(), reservationId: held!.id, version: 3, reason: "perusahaan mundur" };
  expect(await releaseReservation(city.app, manager, release)).toEqual({ outcome: "done" });
  expect(await waiting()).toEqual([id]);
});

test("only the manager holds workers; villages, finance and auditors are refused", async () => {
  const firm = await aFirm("PT Semen Padang");
  for (const role of ["KDS", "OPR", "FIN", "BKP", "AUD"] as const) {
    const actor = anActor(city.app, role, places.naras.code);
    const asked = { ...op(), personIds: [], payerId: firm, untilDay: "2026-12-05" };
    await expect(reserveWorkers(city.app, actor, asked)).rejects.toMatchObject({ code: "forbidden" });
  }
});
