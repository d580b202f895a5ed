import { rupiah } from "@tuwai/domain/money";
import { month } from "@tuwai/domain/time";
import { receiptsApplier } from "@tuwai/server/contributions";
import { refreshAllCover } from "@tuwai/server/cover";
import { fundByCity } from "@tuwai/server/matching";
import { resultsApplier } from "@tuwai/server/packet-results";
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
  sendReady,
} from "@tuwai/server/testing";
import { drainToEmpty } from "@tuwai/server/work";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase({ now: "2026-11-21T02:00:00Z" });
const november = month("2026-11");
const path = "/kepesertaan/tunggakan";
let pages: Pages;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

it("says who loses cover in 30 days, what saves them, what to write to the payer, and notes that it was told", async () => {
  const { app } = test;
  const manager = anActor(app, "MGR");
  expect((await pages.get(path, manager)).html).toContain("Tidak ada yang kehilangan perlindungan");

  const { id, code } = await anEndorsedPerson(app, { name: "Zainal Arifin" });
  await fundByCity(app, manager, { operationId: app.newId(), personIds: [id], fundSource: "apbd" });
  await sendReady(app, manager, november);
  const officer = anActor(app, "BPJ", branch);
  const result = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(app, officer, result, [{ personCode: code, kpj: aKpj(), result: "accepted" }]);
  const receipt = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: app.newId() };
  await applyRows(app, officer, receipt, [{ personCode: code, month: november, amount: rupiah(16_800) }]);
  await test.setNow("2027-01-15T02:00:00Z");
  await refreshAllCover(app);
  await drainToEmpty(app);

  const { html } = await pages.get(path, manager);
  expect(html).toContain("1 orang kehilangan perlindungan dalam 30 hari");
  expect(html).toContain("Rp33.600 melunasi tunggakan mereka");
  expect(html).toContain("Rp33.600 untuk 2 bulan");
  expect(html).toContain("31 Jan 2027, 16 hari lagi");
  expect(html).toContain("paling akhir 28 Feb 2027");
  const message = /href="(https:\/\/wa\.me\/\?text=[^"]+)"/.exec(html)![1]!;
  const text = decodeURIComponent(message);
  expect(text).toContain("Kepada APBD kota: Iuran BPJS Ketenagakerjaan 1 pekerja");
  expect(text).toContain("Rp33.600");
  expect(text).not.toContain("Zainal");
  expect(text).not.toContain(code);

  const form = { operasi: app.newId(), sumber: "apbd", desa: "", batas: "30" };
  const told = await pages.post(`${path}?batas=30`, form, manager);
  expect([told.status, told.headers.get("location")]).toEqual([303, `${path}?batas=30`]);
  expect((await pages.get(path, manager)).html).not.toContain("Tandai sudah disampaikan");

  expect((await pages.get(`${path}?penanggung=apbdes`, manager)).html).toContain("Tidak ada orang di sini");
  const other = await pages.get(path, anActor(app, "OPR", places.kampung.code));
  expect(other.html).not.toContain(code);
  const head = anActor(app, "KDS", places.naras.code);
  const headHtml = (await pages.get(path, head)).html;
  expect([headHtml.includes(code), headHtml.includes("Tandai sudah")]).toEqual([true, false]);
  expect((await pages.post(path, { ...form, operasi: app.newId() }, head)).status).toBe(403);
  expect((await pages.get("/kepesertaan/perlindungan", manager)).html).toContain(`href="${path}"`);
});
