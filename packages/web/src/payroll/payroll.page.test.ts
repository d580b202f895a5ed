import { beforeEach, expect, it } from "vitest";
import { aSteppedUpActor, anActor, placesDatabase } from "@tuwai/server/testing";
import { drainToEmpty } from "@tuwai/server/work";
import { openPages, type Pages } from "#testing";

const test = placesDatabase();
let pages: Pages;
beforeEach(async () => {
  pages = await openPages(test.app);
});

const operasi = () => test.app.newId();
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!;
const codeIn = (headers: Headers) => /GJ-[0-9A-Z-]+/.exec(headers.get("location")!)![0];

/** A form with a file, as a browser sends it. */
function withFile(
  fields: Record<string, string>,
  file: { field: string; name: string; text: string },
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set(file.field, new File([file.text], file.name));
  return form;
}

it("a month of an office goes from the list of who owes to a closed batch, each step on its page and by whose turn it is", async () => {
  const { office } = test.threads.naras;
  const manager = aSteppedUpActor(test.app, "MGR");
  const [finance, second] = [aSteppedUpActor(test.app, "FIN"), aSteppedUpActor(test.app, "FIN")];
  const treasurer = aSteppedUpActor(test.app, "BND", office);
  expect((await pages.get("/iuran/potongan", manager)).html).toContain("Belum disusun untuk November 2026");
  const made = await pages.post(
    "/iuran/potongan",
    { operasi: operasi(), opd: office, bulan: "2026-11" },
    manager,
  );
  const path = `/iuran/potongan/${codeIn(made.headers)}`;
  const draft = (await pages.get(path, manager)).html;
  expect(draft).toContain("1 pegawai, Rp8.400");
  const versi = hidden(draft, "versi");
  await pages.post(path, { operasi: operasi(), versi, aksi: "kirim" }, manager);
  expect((await pages.get("/kerja", finance)).html).toContain("1 daftar potongan menunggu persetujuan Anda");
  const sidik = hidden((await pages.get(path, finance)).html, "sidik");
  const refused = await pages.post(path, { operasi: operasi(), versi, sidik, aksi: "tolak" }, finance);
  expect([refused.status, refused.html.includes("Tulis alasan menolak")]).toEqual([422, true]);
  await pages.post(path, { operasi: operasi(), versi, sidik, aksi: "setujui" }, finance);

  expect((await pages.get("/kerja", treasurer)).html).toContain("1 daftar potongan menunggu hasil dari Anda");
  const locked = (await pages.get(path, treasurer)).html;
  expect(locked).toContain("Unggah hasil potongan");
  expect(locked).not.toContain(test.threads.naras.person.code);
  const file = await pages.post(`${path}/berkas`, { isi: "all", bentuk: "csv" }, treasurer);
  const filled = file.html.replace("8400;baru;;;", "8400;baru;8400;;");
  const answer = (pegawai: string) =>
    pages.post(
      `${path}/hasil`,
      withFile(
        { operasi: operasi(), versi, pegawai, jumlah: "8.400" },
        { field: "berkas", name: "hasil.csv", text: filled },
      ),
      treasurer,
    );
  const wrong = await answer("2");
  expect([wrong.status, wrong.html.includes("Anda mengetik 2 pegawai, berkas berisi 1")]).toEqual([
    422,
    true,
  ]);
  expect((await answer("1")).status).toBe(303);
  await drainToEmpty(test.app);
  expect((await pages.get("/kerja", treasurer)).html).toContain("Setoran potongan belum lengkap");
  const told = withFile(
    { operasi: operasi(), aksi: "catat", jumlah: "8.400", tanggal: "2026-11-21", referensi: "TRF 1" },
    { field: "slip", name: "slip.pdf", text: "%PDF-1.7" },
  );
  await pages.post("/iuran/setoran", told, treasurer);
  const setoran = /ST-[0-9A-Z-]+/.exec((await pages.get("/iuran/setoran", treasurer)).html)![0];
  expect((await pages.get(`/iuran/setoran/${setoran}/slip`, treasurer)).html).toBe("%PDF-1.7");
  const arrived = new FormData();
  const said = { operasi: operasi(), aksi: "terima", setoran, rekening: "nagari", tiba: "2026-11-21" };
  for (const [name, value] of Object.entries(said)) arrived.set(name, value);
  await pages.post("/iuran/setoran", arrived, finance);
  expect((await pages.get("/iuran/setoran", finance)).html).toContain("Rp8.400 di penampungan");

  const there = `${path}/pencocokan`;
  expect((await pages.get(there, finance)).html).toContain("Penerimaan BPJS bulan ini belum masuk");
  await pages.post(there, { operasi: operasi(), versi, aksi: "cocokkan", setoran }, finance);
  const matched = (await pages.get(there, finance)).html;
  expect(matched).toContain("Semua potongan sudah sampai di rekening");
  expect(matched).toContain("Masih ada baris yang menunggu penerimaan BPJS");
  await pages.post(
    there,
    { operasi: operasi(), versi, aksi: "lepas", cocok: hidden(matched, "cocok") },
    finance,
  );
  expect((await pages.get(there, second)).html).toContain("Cocokkan setoran");
  expect((await pages.get(`${path}/laporan`, anActor(test.app, "AUD"))).html).toContain("Laporan potongan");
});

it("a difference ends by one person's tick and another's answer, on the same page", async () => {
  const { office } = test.threads.naras;
  const manager = aSteppedUpActor(test.app, "MGR");
  const [finance, second] = [aSteppedUpActor(test.app, "FIN"), aSteppedUpActor(test.app, "FIN")];
  const treasurer = aSteppedUpActor(test.app, "BND", office);
  const made = await pages.post(
    "/iuran/potongan",
    { operasi: operasi(), opd: office, bulan: "2026-11" },
    manager,
  );
  const path = `/iuran/potongan/${codeIn(made.headers)}`;
  const versi = "1";
  await pages.post(path, { operasi: operasi(), versi, aksi: "kirim" }, manager);
  const sidik = hidden((await pages.get(path, finance)).html, "sidik");
  await pages.post(path, { operasi: operasi(), versi, sidik, aksi: "setujui" }, finance);
  const file = await pages.post(`${path}/berkas`, { isi: "all", bentuk: "csv" }, treasurer);
  const filled = file.html.replace("8400;baru;;;", "8400;baru;0;saldo kurang;");
  const fields = { operasi: operasi(), versi, pegawai: "0", jumlah: "0" };
  await pages.post(
    `${path}/hasil`,
    withFile(fields, { field: "berkas", name: "hasil.csv", text: filled }),
    treasurer,
  );
  const there = `${path}/pencocokan`;
  const shown = (await pages.get(there, finance)).html;
  expect(shown).toContain("saldo kurang");
  const pilih = /name="pilih" value="(IK-[^"]+)"/.exec(shown)![1]!;
  const chosen = {
    operasi: operasi(),
    versi,
    aksi: "usulkan",
    pilih,
    [`sidik-${pilih}`]: hidden(shown, `sidik-${pilih}`),
    penyelesaian: "written-off",
    dasar: "kesepakatan rapat",
  };
  await drainToEmpty(test.app);
  await pages.post(there, chosen, finance);
  expect((await pages.get(there, finance)).html).toContain("usulan Anda, menunggu orang kedua");
  const waiting = (await pages.get(there, second)).html;
  expect(waiting).toContain("1 penyelesaian menunggu putusan Anda");
  const id = /name="putusan-([0-9a-f-]{36})"/.exec(waiting)![1]!;
  await pages.post(
    there,
    { operasi: operasi(), versi, aksi: "putuskan", [`putusan-${id}`]: "setuju" },
    second,
  );
  expect((await pages.get(there, treasurer)).html).toContain("disetujui");
  const kolom = (await pages.get("/iuran/potongan/kolom", treasurer)).html;
  expect(kolom).toContain("Tanda daftar (wajib)");
  const columns = Object.fromEntries(
    [...kolom.matchAll(/name="((?:nama|urutan)-[a-zA-Z]+)" [^>]*value="([^"]*)"/g)].map(([, n, v]) => [n, v]),
  );
  const saved = await pages.post(
    "/iuran/potongan/kolom",
    { operasi: operasi(), nomor: "0", ...columns },
    treasurer,
  );
  expect(saved.status).toBe(303);
});
