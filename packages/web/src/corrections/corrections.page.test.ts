import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import {
  anActor,
  anEndorsedPerson,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { drainToEmpty } from "@tuwai/server/work";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let operator: Actor;
let head: Actor;
let worker: string;
let path: string;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  operator = anActor(test.app, "OPR", places.naras.code);
  head = anActor(test.app, "KDS", places.naras.code);
  worker = `/pekerja/${(await anEndorsedPerson(test.app)).code}`;
  path = `${worker}/ubah`;
});

const form = (version: string, more: Readonly<Record<string, string>>) => ({
  operasi: test.app.newId(),
  versi: version,
  sumber: "card",
  tanggal: "2026-11-20",
  ...more,
});

const code = () => worker.split("/")[2]!;
const versionIn = (html: string) => /name="versi"[^>]*value="(\d+)"/.exec(html)![1]!;
const version = async () => versionIn((await pages.get(path, operator)).html);

describe("changing a worker's data", () => {
  it("is reached from the worker's page, kept, listed with old and new, and undone", async () => {
    expect((await pages.get(worker, operator)).html).toContain(`href="${path}"`);
    const saved = await pages.post(path, form(await version(), { pekerjaan: "penjual ikan" }), operator);
    expect(saved.headers.get("location")).toBe(path);
    const { html } = await pages.get(path, operator);
    expect(html).toContain("Melihat KTP atau KK, 20 November 2026, dicatat Operator desa");
    expect((await pages.get(worker, operator)).html).toContain("penjual ikan");
    const id = /<button[^>]*value="([0-9a-f-]+)"/.exec(html)![1]!;
    await pages.post(path, { operasi: test.app.newId(), urungkan: id }, operator);
    expect((await pages.get(worker, operator)).html).not.toContain("penjual ikan");
    expect((await pages.get(`/en${path}`, operator)).html).toContain("Undone by");
  });

  it("shows no number of the card and leaves what was left empty", async () => {
    const { html } = await pages.get(path, operator);
    expect(html).not.toMatch(/\d{16}/);
    expect(html).toContain("Kosongkan bila tidak berubah");
    await pages.post(
      path,
      { ...form(versionIn(html), { nik: "", hp: "081234567890" }), tertutup: "nik" },
      operator,
    );
    const after = await pages.get(path, operator);
    expect(after.html).toContain("+6281234567890");
    expect(after.html).not.toContain("Menunggu orang kedua");
  });

  it("waits for the village head where it is about who somebody is", async () => {
    await pages.post(path, form(await version(), { "jenis-kelamin": "female" }), operator);
    expect((await pages.get("/kerja", head)).html).toContain("1 perubahan data menunggu Anda");
    const queue = await pages.get("/koreksi", head);
    const check = /href="(\/koreksi\/[0-9a-f-]+)"/.exec(queue.html)![1]!;
    const shown = await pages.get(check, head);
    expect(shown.html).toContain("Laki-laki");
    expect(shown.html).toContain("Perempuan");
    const empty = await pages.post(check, { operasi: test.app.newId(), versi: "1", putusan: "tolak" }, head);
    expect(empty.html).toContain("Isi alasan menolak.");
    await pages.post(check, { operasi: test.app.newId(), versi: "1", putusan: "setuju" }, head);
    await drainToEmpty(test.app);
    expect((await pages.get(worker, operator)).html).toContain("Perempuan");
    expect((await pages.get("/koreksi", head)).html).toContain("Tidak ada perubahan yang menunggu Anda");
  });

  it("opens a NIK only for a data officer who has just proved who they are", async () => {
    await pages.post(path, form(await version(), { nik: "1377900105800077" }), operator);
    expect((await pages.get("/koreksi", head)).html).toContain("Tidak ada perubahan");
    const data = aSteppedUpActor(test.app, "DAT");
    const check = /href="(\/koreksi\/[0-9a-f-]+)"/.exec((await pages.get("/koreksi", data)).html)![1]!;
    expect((await pages.get(check, anActor(test.app, "DAT"))).headers.get("location")).toContain(
      "/masuk/ulang",
    );
    expect((await pages.get(check, data)).html).toContain("1377900105800077");
    expect((await pages.get(check, head)).status).toBe(403);
  });

  it("says beside each field what is wrong, keeps what was typed, and tells of a change in another tab", async () => {
    const before = await version();
    const wrong = form(before, {
      "tanggal-lahir": "31/02/1980",
      pekerjaan: "penjual ikan",
      sumber: "",
      tanggal: "",
    });
    const refused = await pages.post(path, wrong, operator);
    expect(refused.status).toBe(422);
    for (const sentence of ["tidak terbaca sebagai tanggal", "Pilih dari mana Anda tahu.", "Isi tanggalnya."])
      expect(refused.html).toContain(sentence);
    expect(refused.html).toContain('value="penjual ikan"');
    await pages.post(path, form(before, { hp: "081234567890" }), operator);
    const late = await pages.post(path, form(before, { pekerjaan: "penjual ikan" }), operator);
    expect(late.status).toBe(409);
    expect(late.html).toContain("diubah orang lain sejak Anda membuka halaman ini");
    expect(versionIn(late.html)).not.toBe(before);
  });
});

describe("what nobody knows", () => {
  beforeEach(async () => {
    await readRows(test.app, "update app.source_records set sex = null returning id");
    await readRows(test.app, "update app.persons set sex = null returning id");
  });

  it("is a task of the village, a button on the worker's page and a row of the visit list, until it is said", async () => {
    expect((await pages.get("/kerja", operator)).html).toContain("1 orang datanya belum lengkap");
    const shown = await pages.get(worker, operator);
    expect(shown.html).toContain(`href="${path}?isian=jenis-kelamin"`);
    expect(shown.html).toContain("Isi data");
    const short = await pages.get(`${path}?isian=jenis-kelamin`, operator);
    expect(short.html).toContain("Jenis kelamin");
    expect(short.html).not.toContain("Nama ibu kandung");
    const list = await pages.get("/pekerja/lapangan", operator);
    expect(list.html).toContain(code());
    const row = {
      orang: code(),
      [`${code()}.versi`]: new RegExp(`name="${code()}.versi"[^>]*value="(\\d+)"`).exec(list.html)![1]!,
      [`${code()}.jenis-kelamin`]: "male",
      sumber: "visit",
      tanggal: "2026-11-20",
    };
    const early = await pages.post("/pekerja/lapangan", { ...row, tanggal: "2099-01-01" }, operator);
    expect(early.html).toContain("Tanggal itu belum tiba");
    const saved = await pages.post("/pekerja/lapangan", row, operator);
    expect(saved.status).toBe(303);
    expect((await pages.get("/pekerja/lapangan", operator)).html).toContain(
      "Tidak ada orang untuk daftar ini",
    );
    expect((await pages.get("/kerja", head)).html).toContain("1 perubahan data menunggu Anda");
  });

  it("goes out on a sheet with blanks, a code a row and no number of anybody", async () => {
    const { html } = await pages.get("/pekerja/cetak", operator);
    expect(html).toContain("☐ Laki-laki");
    expect(html).toContain(code());
    expect(html).toContain("Lembar 1 dari 1");
    expect(html).not.toMatch(/\d{16}/);
    expect((await pages.get("/pekerja/cetak", head)).status).toBe(403);
  });
});

const search = (name: string, birthDate: string) =>
  pages.post(
    "/pekerja/baru",
    { aksi: "cari", desa: places.naras.code, nama: name, "tanggal-lahir": birthDate },
    operator,
  );
const entry = (more: Readonly<Record<string, string>>) => ({
  operasi: test.app.newId(),
  aksi: "simpan",
  desa: places.naras.code,
  nama: "Sjafril Amri",
  "tanggal-lahir": "01/05/1980",
  "jenis-kelamin": "male",
  pekerjaan: "nelayan",
  sumber: "card",
  tanggal: "2026-11-20",
  persetujuan: "spoken",
  ...more,
});

describe("adding a worker", () => {
  it("looks first, by a form, for whoever may be the same, written by ear", async () => {
    expect((await pages.get("/pekerja", operator)).html).toContain('href="/pekerja/baru"');
    const found = await search("Sjafril Amri", "01/05/1980");
    expect(found.html).toContain(`href="${worker}"`);
    expect(found.html).toContain("nama mirip, tanggal lahir sama");
    expect((await search("Budi Santoso", "02/02/1990")).html).toContain("Belum ada yang mirip");
    expect((await pages.post("/pekerja/baru", { aksi: "cari", nama: "" }, operator)).html).toContain(
      "Isian ini tidak boleh kosong",
    );
  });

  it("keeps somebody new only after the comparison, with source and consent", async () => {
    const refused = await pages.post("/pekerja/baru", entry({}), operator);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Bandingkan dengan orang di atas");
    const saved = await pages.post("/pekerja/baru", entry({ "orang-lain": "ya" }), operator);
    const added = saved.headers.get("location")!;
    expect(added).toMatch(/^\/pekerja\/PK-/);
    await drainToEmpty(test.app);
    const shown = await pages.get(added, operator);
    expect(shown.html).toContain("Sjafril Amri");
    expect(shown.html).toMatch(/Persetujuan<\/dt><dd[^>]*>Ada/);
    expect((await pages.get(`${added}/ubah`, operator)).html).not.toContain('name="urungkan"');
  });

  it("refuses a number that is on the list, and another village", async () => {
    const [{ nik }] = [await anEndorsedPerson(test.app)];
    const twice = await pages.post(
      "/pekerja/baru",
      entry({ nama: "Budi", nik, "tanggal-lahir": "" }),
      operator,
    );
    expect(twice.html).toContain("NIK ini sudah dipakai orang di daftar desa");
    const elsewhere = await pages.post("/pekerja/baru", entry({ desa: places.kampung.code }), operator);
    expect(elsewhere.status).toBe(404);
  });
});
