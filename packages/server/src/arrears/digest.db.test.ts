import { rupiah } from "@tuwai/domain/money";
import { month } from "@tuwai/domain/time";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDemoAccounts } from "#accounts";
import type { App } from "#app";
import { receiptsApplier } from "#contributions";
import { refreshAllCover } from "#cover";
import { fundByCity } from "#matching";
import { resultsApplier } from "#packet-results";
import {
  aKpj,
  anActor,
  anEndorsedPerson,
  applyRows,
  branch,
  insertPlaces,
  type MailServer,
  openCity,
  openMailServer,
  places,
  readRows,
  sendReady,
  testDatabase,
} from "#testing";
import { drainToEmpty } from "#work";
import { askForDigests, mailDigest } from "./send-digests.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
const desks = [
  { email: "mgr@kota.go.id", name: "Manajer", role: "MGR" },
  { email: "opr@naras.id", name: "Operator Naras", role: "OPR", scope: places.naras.code },
  { email: "opr@kampung.id", name: "Operator Kampung", role: "OPR", scope: places.kampung.code },
  { email: "kds@naras.id", name: "Lurah", role: "KDS", scope: places.naras.code },
] as const;
let server: MailServer;
let app: App;

beforeEach(async () => {
  server = await openMailServer();
  const { mail } = server;
  await insertPlaces(city.app);
  await openCity(city.app);
  app = { ...city.app, config: { ...city.app.config, mail, origin: "https://ketan.kota.go.id" } };
  await createDemoAccounts(app, desks, "satu-pegawai-satu-pekerja");
});
afterEach(() => server.close());

/** Somebody of Naras of whom nothing but November arrived. */
async function inArrears(): Promise<string> {
  const manager = anActor(app, "MGR");
  const { id, code } = await anEndorsedPerson(app, { name: "Zainal Arifin" });
  await fundByCity(app, manager, { operationId: app.newId(), personIds: [id], fundSource: "apbd" });
  await sendReady(app, manager, month("2026-11"));
  const officer = anActor(app, "BPJ", branch);
  const result = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(app, officer, result, [{ personCode: code, kpj: aKpj(), result: "accepted" }]);
  const receipt = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: app.newId() };
  await applyRows(app, officer, receipt, [
    { personCode: code, month: month("2026-11"), amount: rupiah(16_800) },
  ]);
  return code;
}

/** The work of a night. */
async function night(day: string): Promise<void> {
  await city.setNow(`${day}T00:50:00+07:00`);
  await refreshAllCover(app);
  await drainToEmpty(app);
  await askForDigests(app);
  await drainToEmpty(app);
}

const to = () => server.received.map((letter) => /^To: (.+)$/m.exec(letter)![1]!).toSorted();
const states = async () =>
  (await readRows<{ state: string }>(app, "select state from app.digests order by state")).map(
    ({ state }) => state,
  );

describe("the weekly letter", () => {
  test("goes once a week to the manager and to the operator whose village is concerned: counts and a link, never a name", async () => {
    const code = await inArrears();
    await night("2027-01-18");
    expect(to()).toEqual(["mgr@kota.go.id", "opr@naras.id"]);
    expect(await states()).toEqual(["empty", "sent", "sent"]);
    for (const letter of server.received) {
      expect(letter).toContain("1 pekerja kehilangan perlindungan dalam 30 hari");
      expect(letter).toContain("https://ketan.kota.go.id/kepesertaan/tunggakan");
      for (const name of ["Zainal", "Arifin", code, "Naras", "APBD"]) expect(letter).not.toContain(name);
    }
    await night("2027-01-19");
    await night("2027-01-24");
    expect(server.received).toHaveLength(2);
    await night("2027-01-25");
    expect(server.received).toHaveLength(4);
  });

  test("makes up for three missed weeks by one, on whatever day the service comes back", async () => {
    await inArrears();
    await night("2026-12-28");
    const before = server.received.length;
    await night("2027-01-21");
    await night("2027-01-22");
    expect(server.received.length - before).toBe(2);
  });

  test("is tried again while the server is busy or hangs up before it took the letter", async () => {
    await inArrears();
    server.replies.push("451 later", "hang-up");
    await night("2027-01-18");
    expect(to()).toEqual(["mgr@kota.go.id", "opr@naras.id"]);
    expect(await states()).toEqual(["empty", "sent", "sent"]);
  });

  test("is no second one when the connection breaks after it was handed over, and none when the server refuses it", async () => {
    await inArrears();
    server.replies.push("cut", "550 no such person");
    await night("2027-01-18");
    await night("2027-01-19");
    expect(server.received).toHaveLength(1);
    expect(await states()).toEqual(["empty", "failed", "unknown"]);
  });

  test("is no second one when the process died while it was handed over", async () => {
    await inArrears();
    await city.setNow("2027-01-18T00:50:00+07:00");
    await readRows(
      app,
      `insert into app.digests (region_code, id, user_id, role, week, state, asked_at)
       values ('13.77', ?, gen_random_uuid(), 'MGR', '2027-01-18', 'sending', app.now()) returning 1`,
      "019b0000-0000-7000-8000-000000000001",
    );
    await mailDigest(app, { digestId: "019b0000-0000-7000-8000-000000000001" });
    expect([server.received, await states()]).toEqual([[], ["unknown"]]);
  });

  test("is nobody's where the city has no mail server, or where nothing is to be told", async () => {
    await askForDigests(city.app);
    expect(await states()).toEqual([]);
    await askForDigests(app);
    await drainToEmpty(app);
    expect([server.received, await states()]).toEqual([[], ["empty", "empty", "empty"]]);
  });
});
