import { civilDate } from "@tuwai/domain/time";
import type { ImportedRow } from "@tuwai/domain/intake";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, publicActor } from "#app";
import { fundByCity } from "#matching";
import { resultsApplier } from "#packet-results";
import {
  anActor,
  anEndorsedPerson,
  aNik,
  applyRows,
  aSteppedUpActor,
  branch,
  insertBatch,
  insertPlaces,
  openCity,
  places,
  readRows,
  sendReady,
  testDatabase,
  undoRows,
} from "#testing";
import { month } from "@tuwai/domain/time";
import { drainToEmpty, passDay } from "#work";
import { deathsApplier } from "./deaths-applier.ts";
import {
  confirmIncidentReport,
  getIncidentReport,
  linkIncidentReport,
  listIncidentReports,
  refuteIncidentReport,
  sendIncidentReport,
} from "./index.ts";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
let operator: Actor;
let data: Actor;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  operator = anActor(city.app, "OPR", places.naras.code);
  data = anActor(city.app, "DAT");
  await city.setNow("2026-12-20T03:00:00Z");
});

async function sendList(...rows: readonly ImportedRow[]) {
  const file = {
    applier: deathsApplier,
    kind: "deaths" as const,
    batchId: await insertBatch(city.app, "deaths"),
  };
  const outcomes = await applyRows(city.app, data, file, rows);
  return { file, outcomes };
}
const diedOn = civilDate("2026-12-18");
const waiting = async () => (await listIncidentReports(city.app, operator, {})).rows;

describe("a list of deaths of the population office", () => {
  test("makes a report of a row with a worker's number, and nothing follows until a person accepts it", async () => {
    const worker = await anEndorsedPerson(city.app);
    const { outcomes } = await sendList({ nik: worker.nik, name: "SYAFRIL AMRI", diedOn });
    expect(outcomes).toMatchObject([{ outcome: "applied" }]);
    const [report] = await waiting();
    expect(report).toMatchObject({
      kind: "death",
      happenedOn: "2026-12-18",
      channel: "population-office",
      state: "reported",
      isLinked: true,
    });
    expect(await readRows(city.app, "select died_on from app.persons")).toEqual([{ diedOn: null }]);
    const told = { kind: "death", on: "2026-12-18", evidence: "population-office" };
    expect(
      await confirmIncidentReport(city.app, operator, { ...op(), reportId: report!.id, ...told }),
    ).toMatchObject({ outcome: "confirmed" });
    expect(await readRows(city.app, "select died_on from app.persons")).toEqual([{ diedOn: "2026-12-18" }]);
  });

  test("finds a worker without a number by the name, as people write it, and the day of birth", async () => {
    await anEndorsedPerson(city.app, { name: "Yusmaniar" });
    const birthDate = civilDate("1980-05-01");
    const { outcomes } = await sendList({ name: "JUSMANIAR (Almh.)", birthDate, diedOn });
    expect(outcomes).toMatchObject([{ outcome: "applied" }]);
    expect(await waiting()).toHaveLength(1);
  });

  test("keeps and counts who is nobody's worker, and asks where a row may be about several or about another", async () => {
    const worker = await anEndorsedPerson(city.app, { name: "Rosmaniar" });
    for (const place of [places.naras, places.kampung])
      await anEndorsedPerson(city.app, { name: "Nurbaiti", place });
    const birthDate = civilDate("1980-05-01");
    const { outcomes } = await sendList(
      { nik: aNik(), name: "Bustami", diedOn },
      { nik: worker.nik, name: "Zulkifli", diedOn },
      { name: "Nurbaiti", birthDate, diedOn },
    );
    expect(outcomes).toEqual([
      { outcome: "duplicate", code: "W-DEATH-UNKNOWN" },
      { outcome: "quarantined", code: "E-DEATH-IDENTITY" },
      { outcome: "quarantined", code: "E-DEATH-SEVERAL" },
    ]);
    expect(await waiting()).toEqual([]);
  });

  test("is one with what a neighbour reported, and with itself when it comes again", async () => {
    const worker = await anEndorsedPerson(city.app);
    const sent = await sendIncidentReport(city.app, publicActor(city.app.config.regionCode), {
      ...op(),
      kind: "death",
      name: "Pak Buyuang",
      cardCode: "",
      village: places.naras.code,
      on: "2026-12-18",
      time: "",
      place: "",
      teller: "neighbour",
      phone: "",
      tellerName: "",
    });
    const { reportId } = sent as { readonly reportId: string };
    await linkIncidentReport(city.app, operator, { ...op(), reportId, personCode: worker.code });
    const row = { nik: worker.nik, name: "Syafril Amri", diedOn };
    expect((await sendList(row)).outcomes).toEqual([{ outcome: "unchanged", recordId: reportId }]);
    expect((await sendList(row)).outcomes).toEqual([{ outcome: "unchanged", recordId: reportId }]);
    expect(await waiting()).toHaveLength(1);
    const { steps } = await getIncidentReport(city.app, operator, { reportId });
    expect(steps.at(-1)).toMatchObject({
      step: "merge",
      details: { from: "population-office", on: "2026-12-18" },
    });
  });

  test("taken back, it closes what nobody decided, and is refused once somebody did", async () => {
    const worker = await anEndorsedPerson(city.app);
    const first = await sendList({ nik: worker.nik, name: "Syafril Amri", diedOn });
    expect(await undoRows(city.app, data, first.file)).toEqual({ outcome: "undone" });
    expect(await waiting()).toEqual([]);
    const second = await sendList({ nik: worker.nik, name: "Syafril Amri", diedOn });
    const [report] = await waiting();
    const refuted = { ...op(), reportId: report!.id, refutal: "alive" };
    expect(await refuteIncidentReport(city.app, operator, refuted)).toEqual({ outcome: "refuted" });
    expect(await undoRows(city.app, data, second.file)).toEqual({
      outcome: "refused",
      reason: "reports-decided",
      count: 1,
    });
  });
});

test("whom BPJS refuses as dead is reported as dead, and waits for a person", async () => {
  const worker = await anEndorsedPerson(city.app);
  const manager = aSteppedUpActor(city.app, "MGR");
  await fundByCity(city.app, manager, { ...op(), personIds: [worker.id], fundSource: "apbd" });
  await sendReady(city.app, manager, month("2026-12"));
  const batchId = await insertBatch(city.app, "enrolment-result");
  const file = { applier: resultsApplier, kind: "enrolment-result" as const, batchId };
  const reason = "Peserta sudah meninggal dunia";
  await applyRows(city.app, anActor(city.app, "BPJ", branch), file, [
    { personCode: worker.code, result: "rejected", reason },
  ]);
  await drainToEmpty(city.app);
  expect(await waiting()).toMatchObject([{ channel: "bpjs", state: "reported", isLinked: true }]);
  expect(await readRows(city.app, "select died_on from app.persons")).toEqual([{ diedOn: null }]);
});

test("90 days after a report was refuted its words go at night, and the row stays and is counted", async () => {
  const worker = await anEndorsedPerson(city.app);
  await sendList({ nik: worker.nik, name: "Syafril Amri", diedOn });
  const [report] = await waiting();
  const reportId = report!.id;
  await refuteIncidentReport(city.app, operator, { ...op(), reportId, refutal: "alive" });
  const words = async () =>
    (
      await readRows<{ kept: boolean }>(
        city.app,
        "select told_sealed is not null as kept from app.incident_reports",
      )
    ).map(({ kept }) => kept);
  await city.setNow("2027-03-18T03:00:00Z");
  await passDay(city.app);
  await drainToEmpty(city.app);
  expect(await words()).toEqual([true]);
  await city.setNow("2027-03-20T05:00:00Z");
  await passDay(city.app);
  await drainToEmpty(city.app);
  expect(await words()).toEqual([false]);
  const { told, state } = await getIncidentReport(city.app, operator, { reportId });
  expect([told.name, state]).toEqual(["", "refuted"]);
  expect((await listIncidentReports(city.app, operator, {})).counts.closed).toBe(1);
});
