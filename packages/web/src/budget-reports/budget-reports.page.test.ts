import type { Actor } from "@tuwai/server/app";
import { declareCommitments } from "@tuwai/server/commitments";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const { naras, kampung } = places;
const list = `/anggaran/komitmen/${naras.code}/laporan`;
let pages: Pages;
let head: Actor;
let mayor: Actor;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  head = anActor(app, "KDS", naras.code);
  mayor = anActor(app, "EXE");
  const batchId = await insertBatch(app, "village-officers");
  await insertPerson(app, batchId, { name: "Rosmaniar", targetGroup: "village-officer" });
  const lines = ["kades", "perangkat"].map((group) => ({ group, heads: 3, months: 12, source: "add", amount: 500_000 })); // oxfmt-ignore
  const declared = {
    operationId: app.newId(),
    villageCode: naras.code,
    year: 2027,
    lines,
    intent: "declare" as const,
    isSure: true,
  };
  expect(await declareCommitments(app, head, declared)).toMatchObject({ outcome: "declared" });
});

/** A draft as an office types it over: a desa that insures its head in full and its officers in part. */
const csv = (over: Readonly<Record<string, string>> = {}) =>
  [
    "RANCANGAN APBDES DESA NARAS I;;",
    "TAHUN ANGGARAN 2027;;",
    "Kode Rekening;Uraian;Anggaran (Rp)",
    "5.;BELANJA;Rp 950.000,00",
    "1.;BIDANG PENYELENGGARAAN PEMERINTAHAN DESA;950.000",
    "1.1.03.;Penyediaan Jaminan Sosial;950.000",
    "1.1.03. 5.1.3.;Jaminan Sosial;950.000",
    `1.1.03. 5.1.3.03.;Jaminan Ketenagakerjaan Kepala Desa;${over["kades"] ?? "500.000"}`,
    `1.1.03. 5.1.3.04.;Jaminan Ketenagakerjaan Perangkat Desa;${over["perangkat"] ?? "300.000"}`,
    "1.1.03. 5.1.3.91.;Jaminan Ketenagakerjaan BPD;150.000",
    "",
  ].join("\n");

const send = (text: string, over: Record<string, string> = {}, by = head) => {
  const form = new FormData();
  const fields = {
    operasi: test.app.newId(),
    jenis: "draft",
    nomor: "141/9",
    tanggal: "2026-11-20",
    ...over,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("berkas", new File([text], "rapbdes.csv"));
  return pages.post(`${list}?tahun=2027`, form, by);
};

it("a village head hands a report in, sees promise and draft side by side, and nothing moves before the button", async () => {
  expect((await pages.get(`${list}?tahun=2027`, head)).html).toContain("Belum ada laporan untuk tahun ini");
  const sent = await send(csv());
  expect(sent.status).toBe(303);
  const at = sent.headers.get("location")!;
  const { html } = await pages.get(at, head);
  for (const words of [
    "1 kelompok kurang dari janji: Rp200.000",
    "Masuk rancangan dengan Rp300.000",
    "Bukan untuk komitmen",
    "Catat langkah 2 kelompok",
  ])
    expect(html).toContain(words);
  const seen = /name="lihat" value="([^"]*)"/.exec(html)![1]!;
  expect((await pages.get(`/anggaran/komitmen/${naras.code}?tahun=2027`, head)).html).not.toContain("Masuk RAPBDes"); // oxfmt-ignore
  const late = await pages.post(at, { operasi: test.app.newId(), lihat: "9" }, head);
  expect([late.status, late.html.includes("Komitmen baru saja berubah")]).toEqual([422, true]);
  expect((await pages.post(at, { operasi: test.app.newId(), lihat: seen }, head)).status).toBe(303);
  const done = (await pages.get(at, head)).html;
  expect([done.includes("Catat langkah"), done.includes("kurang Rp200.000")]).toEqual([false, true]);
  const drafts = (await pages.get("/anggaran/komitmen/evaluasi?tahun=2027", mayor)).html;
  for (const words of ["Laporan Siskeudes", `${at}"`, "Rp300.000"]) expect(drafts).toContain(words);
  const steps = (await pages.get(`/anggaran/komitmen/${naras.code}/langkah/perangkat?tahun=2027`, head)).html;
  for (const words of ["rapbdes.csv", `${at}"`]) expect(steps).toContain(words);
  const file = await pages.get(`${at}/berkas`, mayor);
  expect([file.headers.get("content-disposition"), file.html]).toEqual([
    'attachment; filename="laporan-apbdes.csv"',
    csv(),
  ]);
});

it("a line that somebody assigns is counted for its group, with the answer in the address", async () => {
  const at = (await send(csv())).headers.get("location")!;
  const { html } = await pages.get(`${at}?baris-1-10=kades`, head);
  for (const words of ["Masuk rancangan dengan Rp650.000", "lebih Rp150.000"]) expect(html).toContain(words);
});

it("a broken report is told line by line with what was typed kept, and a PDF is called one", async () => {
  const broken = await send(csv({ perangkat: "30.000" }));
  expect(broken.status).toBe(422);
  for (const words of [
    "1 jumlah tidak sama dengan isinya",
    "Rp950.000",
    "Rp680.000",
    'value="141/9"',
    "Tidak ada yang disimpan",
  ])
    // oxfmt-ignore
    expect(broken.html).toContain(words);
  expect((await send(csv({ kades: "lima" }))).html).toContain("1 jumlah tidak terbaca");
  expect((await send("%PDF-1.7 pindaian")).html).toContain("Ini PDF");
  expect((await send(csv(), { jenis: "enacted" })).html).toContain("berjudul rancangan");
  expect((await send(csv().replace("NARAS I", "KAMPUNG BARU"))).html).toContain("atas nama KAMPUNG BARU");
});

it("a ward is told why it has none, and a stranger finds nothing", async () => {
  const lurah = anActor(test.app, "KDS", kampung.code);
  expect((await pages.get(`/anggaran/komitmen/${kampung.code}/laporan`, lurah)).html).toContain("tidak mempunyai APBDes"); // oxfmt-ignore
  const at = (await send(csv())).headers.get("location")!;
  for (const path of [list, at, `${at}/berkas`]) expect((await pages.get(path, lurah)).status).toBe(404);
  expect((await pages.get(`${list}/bukan-laporan`, head)).status).toBe(404);
  const english = (await pages.get(`/en${at}`, head)).html;
  expect(english).toContain("1 group has less than was promised: Rp200,000");
});
