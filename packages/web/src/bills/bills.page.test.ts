import { month } from "@tuwai/domain/time";
import { fundByCity } from "@tuwai/server/matching";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  sendReady,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const path = "/iuran/tagihan/2026-11/apbd-sg";
let pages: Pages;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  const manager = anActor(app, "MGR");
  const personIds = [(await anEndorsedPerson(app)).id];
  await fundByCity(app, manager, { operationId: app.newId(), personIds, fundSource: "apbd" });
  await sendReady(app, manager, month("2026-11"));
});

it("a bill is noted, its difference to the rupiah stands in words and is answered from a closed list", async () => {
  const manager = anActor(test.app, "MGR");
  const list = (await pages.get("/iuran/tagihan?bulan=2026-11", manager)).html;
  for (const words of ["APBD kota, wadah SG", "Rp16.800", "Tagihan belum dicatat"])
    expect(list).toContain(words);
  const send = (fields: Record<string, string>) =>
    pages.post(path, { operasi: test.app.newId(), ...fields }, manager);
  expect((await send({ kode: "1", jumlah: "abc" })).html).toContain("Isi jumlahnya dengan angka saja");
  expect((await send({ kode: "632309048826", jumlah: "16.900" })).status).toBe(303);
  const { html } = await pages.get(path, manager);
  expect(html).toContain("Tagihan BPJS Rp100 lebih besar daripada daftar kita");
  const tagihan = /name="tagihan" value="([^"]+)"/.exec(html)![1]!;
  const answer = { selisih: "billed", rupiah: "100", tagihan };
  expect((await send({ ...answer, "jawaban-billed": "" })).html).toContain("Pilih apa yang terjadi");
  expect((await send({ ...answer, "jawaban-billed": "bpjs-corrects" })).status).toBe(303);
  expect((await pages.get(path, manager)).html).toContain("Jawaban: BPJS memperbaiki tagihannya");
});

it("an auditor reads bills and enters none; a group that is owed nothing is not found", async () => {
  const auditor = anActor(test.app, "AUD");
  const { status, html } = await pages.get(path, auditor);
  expect([status, html.includes("Simpan tagihan")]).toEqual([200, false]);
  expect((await pages.get("/iuran/tagihan/2026-11/asn-sc", auditor)).status).toBe(404);
  const finance = anActor(test.app, "FIN");
  const sums = (await pages.get("/iuran/tagihan?bulan=2026-11", finance)).html;
  expect([sums.includes("Rp16.800"), sums.includes("Catat semua kode")]).toEqual([true, false]);
  expect((await pages.get(path, finance)).html).toContain("di sini hanya jumlahnya");
  const file = await pages.post("/iuran/tagihan/2026-11/berkas", { bentuk: "csv" }, finance);
  expect([file.status, file.html.includes("apbd-sg"), file.html.includes("PK-")]).toEqual([200, true, false]);
});
