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
  aSteppedUpActor,
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

/** Someone for whom the city pays, of whom nothing but November arrived, on 15 January; the code. */
async function inArrears(name: string): Promise<string> {
  const { app } = test;
  const manager = anActor(app, "MGR");
  const { id, code } = await anEndorsedPerson(app, { name });
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
  return code;
}

it("says who loses cover in 30 days, what saves them, what to write to the payer, and notes that it was told", async () => {
  const { app } = test;
  const manager = anActor(app, "MGR");
  expect((await pages.get(path, manager)).html).toContain("Tidak ada yang kehilangan perlindungan");

  const code = await inArrears("Zainal Arifin");

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

it("rescues those who are ticked: what it costs first, then done once, its history, and taken back with a reason", async () => {
  const { app } = test;
  const manager = anActor(app, "MGR");
  const code = await inArrears("Zainal Arifin");
  const board = (await pages.get(path, manager)).html;
  expect(board).toContain(`name="pekerja" value="${code}"`);
  const to = `${path}/selamatkan`;
  expect((await pages.post(to, { aksi: "pilih" }, manager)).html).toContain("Pilih sekurangnya satu orang");
  const preview = (await pages.post(`${to}?batas=30`, { aksi: "semua" }, manager)).html;
  for (const words of [
    "Selamatkan 1 pekerja",
    "Penanggungnya melunasi: 1 orang, Rp33.600 sekali. Ditunggu sampai 29 Januari 2027. Paling murah.",
    "APBD kota menjadi penanggung baru: 1 orang masih punya penanggung",
  ])
    expect(preview.replaceAll("<!-- -->", "")).toContain(words);
  const form = { aksi: "lakukan", pekerja: code, "lihat-payer": "1|33600|0", operasi: app.newId() };
  expect((await pages.post(to, form, manager)).html).toContain("Pilih siapa yang menyelamatkan");
  const changed = { ...form, cara: "payer", "lihat-payer": "1|16800|0", operasi: app.newId() };
  expect((await pages.post(to, changed, manager)).html).toContain("Angkanya berubah");
  const done = await pages.post(to, { ...form, cara: "payer" }, manager);
  const round = done.headers.get("location")!;
  expect([
    done.status,
    (await pages.post(to, { ...form, cara: "payer" }, manager)).headers.get("location"),
  ]).toEqual([303, round]);
  expect((await pages.get(path, manager)).html).toContain("Sedang diselamatkan: penanggung melunasi");
  expect((await pages.get(`${path}/penyelamatan`, manager)).html).toContain(
    "1 ditunggu sampai 29 Januari 2027",
  );
  const undo = (fields: Record<string, string>) =>
    pages.post(round, { operasi: app.newId(), pekerja: code, ...fields }, manager);
  expect((await undo({ alasan: "" })).html).toContain("Tulis alasannya");
  expect((await undo({ alasan: "keliru" })).status).toBe(303);
  expect((await pages.get(round, manager)).html).toContain("keliru");
  const head = anActor(app, "KDS", places.naras.code);
  expect([(await pages.get(round, head)).status, (await pages.get(to, head)).status]).toEqual([200, 403]);
  const proof = await pages.post(`${path}/berkas`, { bentuk: "csv" }, manager);
  expect(proof.headers.get("location")).toContain("/masuk/ulang");
  const file = await pages.post(`${path}/berkas?batas=30`, { bentuk: "csv" }, aSteppedUpActor(app, "MGR"));
  expect([file.status, file.html.includes(code), file.html.includes("33600")]).toEqual([200, true, true]);
});
