import { month } from "@tuwai/domain/time";
import { rupiah } from "@tuwai/domain/money";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { receiptsApplier } from "@tuwai/server/contributions";
import { refreshAllCover } from "@tuwai/server/cover";
import { resultsApplier } from "@tuwai/server/packet-results";
import { fundByCity } from "@tuwai/server/matching";
import {
  aKpj,
  anActor,
  anEndorsedPerson,
  applyRows,
  branch,
  insertPlaces,
  openCity,
  places,
  testDatabase,
  type ThreadPerson,
  sendReady,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase({ now: "2026-11-21T02:00:00Z" });
const november = month("2026-11");
let pages: Pages;
let manager: Actor;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  manager = anActor(test.app, "MGR");
});

/** Two people of two villages sent to BPJS; the first is accepted and paid for November. */
async function twoSent(): Promise<readonly [ThreadPerson, ThreadPerson]> {
  const { app } = test;
  const officer = anActor(app, "BPJ", branch);
  const paid = await anEndorsedPerson(app, { name: "Zainal Arifin" });
  const waiting = await anEndorsedPerson(app, { name: "Buyuang Ali", place: places.kampung });
  const personIds = [paid.id, waiting.id];
  await fundByCity(app, manager, { operationId: app.newId(), personIds, fundSource: "apbd" });
  await sendReady(app, manager, november);
  const result = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(app, officer, result, [{ personCode: paid.code, kpj: aKpj(), result: "accepted" }]);
  const receipt = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: app.newId() };
  await applyRows(app, officer, receipt, [
    { personCode: paid.code, month: november, amount: rupiah(16_800) },
  ]);
  await refreshAllCover(app);
  return [paid, waiting];
}

describe("the list of cover", () => {
  it("says why it is empty and what will fill it", async () => {
    const { html } = await pages.get("/kepesertaan/perlindungan", manager);
    expect(html).toContain("Belum ada pekerja yang pernah didaftarkan");
  });

  it("shows each worker's state, until when it is paid, and since when a death is fully insured", async () => {
    const [paid, waiting] = await twoSent();
    const { html } = await pages.get("/kepesertaan/perlindungan", manager);
    expect(html).toContain(`href="/pekerja/${paid.code}"`);
    expect(html).toContain("30 Nov 2026");
    expect(html).toContain("21 Feb 2027");
    expect(html).toContain("Menunggu BPJS");
    expect(html).toContain(waiting.code);
    expect(html).toContain("Terlindungi 1");
  });

  it("counts the days left for a rescue", async () => {
    await twoSent();
    await test.setNow("2027-01-15T02:00:00Z");
    await refreshAllCover(test.app);
    const { html } = await pages.get("/kepesertaan/perlindungan?keadaan=grace-2", manager);
    expect(html).toContain("28 Feb 2027");
    expect(html).toContain("aman sampai 31 Jan 2027");
    expect(html).toContain("16 hari lagi");
  });

  it("filters by state and village in the address, and finds a worker by code only", async () => {
    const [paid, waiting] = await twoSent();
    const covered = await pages.get("/kepesertaan/perlindungan?keadaan=covered", manager);
    expect(covered.html).toContain(paid.code);
    expect(covered.html).not.toContain(waiting.code);
    const village = await pages.get(`/kepesertaan/perlindungan?desa=${places.kampung.code}`, manager);
    expect(village.html).toContain(waiting.code);
    expect(village.html).not.toContain(paid.code);
    const form = { kode: paid.code.toLowerCase(), desa: "", keadaan: "" };
    const found = await pages.post("/kepesertaan/perlindungan", form, manager);
    expect(found.headers.get("location")).toBe(`/pekerja/${paid.code}`);
    const name = await pages.post("/kepesertaan/perlindungan", { kode: "Zainal" }, manager);
    expect([name.status, name.headers.get("location")]).toEqual([422, null]);
    expect(name.html).toContain("tidak cocok dengan pola kode pekerja");
  });
});

describe("access", () => {
  it("an operator sees the own village, a camat initials, and an agency nothing", async () => {
    const [paid, waiting] = await twoSent();
    const operator = await pages.get(
      "/kepesertaan/perlindungan",
      anActor(test.app, "OPR", places.naras.code),
    );
    expect(operator.html).toContain("Zainal Arifin");
    expect(operator.html).not.toContain(waiting.code);
    const camat = await pages.get(
      "/kepesertaan/perlindungan",
      anActor(test.app, "CMT", places.naras.kecamatan),
    );
    expect(camat.html).toContain("Z. A.");
    expect(camat.html).not.toContain("Zainal");
    expect(camat.html).toContain(paid.code);
    const agency = await pages.get("/kepesertaan/perlindungan", anActor(test.app, "BKP"));
    expect([agency.status, agency.html.includes("bukan untuk peran Anda")]).toEqual([403, true]);
  });
});
