import type { Actor } from "@tuwai/server/app";
import { setCommitmentRules } from "@tuwai/server/commitments";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  runAsAdmin,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const { naras } = places;
const village = `/anggaran/komitmen/${naras.code}`;
let pages: Pages;
let head: Actor;
let manager: Actor;
let mayor: Actor;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  head = anActor(app, "KDS", naras.code);
  manager = anActor(app, "MGR");
  mayor = anActor(app, "EXE");
  const batchId = await insertBatch(app, "village-officers");
  for (const name of ["Rosmaniar", "Syafril"])
    await insertPerson(app, batchId, { name, targetGroup: "village-officer" });
  await runAsAdmin(test.url, [
    "update app.persons set occupation_text = 'Kader Posyandu', monthly_income = null",
  ]);
});

const send = (fields: Record<string, string>, by = head) =>
  pages.post(`${village}?tahun=2027`, { operasi: test.app.newId(), ...fields }, by);
const promise = { "orang-kader": "2", bulan: "12", sumber: "add", aksi: "nyatakan" };

const step = async (fields: Record<string, string>) => {
  const [row] = await readRows<{ id: string; version: number }>(
    test.app,
    "select id, version from app.commitments",
  );
  const form = new FormData();
  const all = { operasi: test.app.newId(), komitmen: row!.id, versi: String(row!.version), ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return pages.post(`${village}/langkah/kader?tahun=2027`, form, head);
};

it("a village's head promises in three answers, is told what is wrong with everything kept, and takes the next step", async () => {
  const before = (await pages.get(`${village}?tahun=2027`, head)).html;
  for (const words of ["Naras I perlu Rp403.200 untuk 2 orang pada 2027", "Dana Desa; periksa dulu"])
    expect(before).toContain(words);
  const wrong = await send({ ...promise, bulan: "13", sumber: "" });
  expect(wrong.status).toBe(422);
  for (const words of ["Isi 1 sampai 12 bulan", "Pilih sumbernya", 'value="13"'])
    expect(wrong.html).toContain(words);
  const tooMuch = await send({ ...promise, "rupiah-kader": "4.032.000" });
  expect(tooMuch.html).toContain("periksa nol-nya");
  expect((await send(promise)).status).toBe(303);
  expect((await pages.get("/anggaran/komitmen?tahun=2027", manager)).html).toContain(
    "empat ratus tiga ribu dua ratus rupiah",
  );
  expect((await step({ langkah: "plan", nomor: "", tanggal: "" })).html).toContain("Isi nomor dan tanggal");
  expect((await step({ langkah: "plan", nomor: "12", tanggal: "2026-11-20" })).status).toBe(303);
  const { html } = await pages.get(`${village}/langkah/kader?tahun=2027`, head);
  for (const words of ["Masuk RKPDes", "12, 20 November 2026", "Kepala desa"]) expect(html).toContain(words);
});

it("the evaluator finds the line that the draft lacks with the article to quote, and the village sees what to mend", async () => {
  await send(promise);
  const list = (await pages.get("/anggaran/komitmen/evaluasi?tahun=2027", mayor)).html;
  for (const words of ["Naras I: Kader", "tidak ada baris", "belum ada", "pasal 35 dan 36", "Rp403.200"])
    expect(list).toContain(words);
  const id = /baris=([0-9a-f-]{36})/.exec(list)![1]!;
  const evaluate = (hasil: string) =>
    pages.post(
      `/anggaran/komitmen/evaluasi?tahun=2027&baris=${id}`,
      { komitmen: id, versi: "1", hasil, alasan: "tidak ada", nomor: "9", tanggal: "2026-11-20" },
      mayor,
    );
  expect((await evaluate("")).html).toContain("Pilih hasilnya");
  expect((await evaluate("perbaiki")).status).toBe(303);
  expect((await pages.get("/kerja", head)).html).toContain("1 baris rancangan perlu diperbaiki");
  await setCommitmentRules(test.app, manager, {
    operationId: test.app.newId(),
    rules: { evaluator: "camat" },
  });
  const after = (await pages.get("/anggaran/komitmen/evaluasi?tahun=2027", mayor)).html;
  expect([after.includes("Anda membaca saja"), after.includes("baris=")]).toEqual([true, false]);
});

it("the manager asks for a year, locks it after a look, and sets codes that are read before they are kept", async () => {
  const act = (fields: Record<string, string>) =>
    pages.post("/anggaran/komitmen?tahun=2027", { operasi: test.app.newId(), ...fields }, manager);
  expect((await act({ aksi: "minta" })).status).toBe(303);
  expect((await pages.get("/kerja", head)).html).toContain("1 desa/kelurahan belum menyatakan komitmen");
  expect((await act({ aksi: "kunci" })).html).toContain("Centang dulu");
  expect((await act({ aksi: "kunci", yakin: "ya" })).status).toBe(303);
  expect((await send(promise)).html).toContain("Tulis alasannya");
  const rules = (fields: Record<string, string>) =>
    pages.post("/anggaran/komitmen/aturan", { operasi: test.app.newId(), ...fields }, manager);
  expect((await rules({ "account-desa-kader": "lima" })).html).toContain("Isian ini tidak terbaca");
  expect((await rules({ "account-desa-kader": "5.1.3.91" })).status).toBe(303);
  expect((await pages.get("/anggaran/komitmen/aturan", manager)).html).toContain("5.1.3.91");
});

it("heads are named to who may see workers, the file to who may have it, and nothing of another village is there", async () => {
  const heads = await pages.get(`${village}/orang/kader`, head);
  expect([heads.html.includes("Rosmaniar"), heads.status]).toEqual([true, 200]);
  expect((await pages.get(`${village}/orang/kader`, mayor)).status).toBe(403);
  const file = await pages.post("/anggaran/komitmen/berkas?tahun=2027", { bentuk: "csv" }, manager);
  expect(file.headers.get("content-disposition")).toMatch(/komitmen-2027-EX-.*\.csv/);
  const stranger = anActor(test.app, "KDS", places.kampung.code);
  for (const path of [village, `${village}/langkah/kader`, `${village}/orang/kader`])
    expect((await pages.get(path, stranger)).status).toBe(404);
  expect((await pages.get(`${village}/langkah/kader`, head)).status).toBe(404);
});

it("the public page is empty until the lock, then tells need, promise and the timeline of a village to anybody", async () => {
  expect((await pages.get("/komitmen")).html).toContain("Belum ada komitmen yang dikunci");
  expect((await pages.get("/komitmen/unduh.csv")).status).toBe(404);
  const act = (fields: Record<string, string>) =>
    pages.post("/anggaran/komitmen?tahun=2027", { operasi: test.app.newId(), ...fields }, manager);
  await act({ aksi: "minta" });
  await send(promise);
  await act({ aksi: "kunci", yakin: "ya" });
  const list = (await pages.get("/komitmen")).html;
  for (const words of ["Naras I", "Rp403.200", "Belum dapat diperiksa"]) expect(list).toContain(words);
  const one = (await pages.get(`/en/komitmen/${naras.code}`)).html;
  for (const words of ["Promise of Naras I 2027", "How the promise went: Kader", "Village head"])
    expect(one).toContain(words);
  expect(one).not.toContain("Rosmaniar");
  expect((await pages.get("/komitmen/unduh.csv")).html).toContain("13.77.03.2001;Naras I;403200;403200;0;0");
  expect((await pages.get("/komitmen/13.77.03.2999")).status).toBe(404);
  const named = async (search: string) => {
    const { html } = await pages.get(`/komitmen${search}`);
    return ["Naras I", "Kampung"].filter((name) => html.slice(html.indexOf("<tbody")).includes(name));
  };
  const { kecamatan } = places.naras;
  expect(await named(`?kec=${kecamatan}`)).toEqual(["Naras I"]);
  expect(await named("?status=silent")).toEqual(["Kampung"]);
  const rounded = (await pages.get(`/komitmen?kec=${kecamatan}&kelompok=rentan`)).html;
  expect(rounded).toContain("ditutup");
  expect(rounded).toContain(`/komitmen/unduh.csv?tahun=2027&amp;kec=${kecamatan}&amp;kelompok=rentan`);
  const csv = (await pages.get(`/komitmen/unduh.csv?tahun=2027&kec=${kecamatan}&kelompok=rentan`)).html;
  expect(csv).toContain("Kebutuhan setahun (dibulatkan)");
  expect(csv.trim().split("\n")).toHaveLength(2);
});
