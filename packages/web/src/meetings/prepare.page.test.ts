import { inviteToMeeting, openMeeting } from "@tuwai/server/meetings";
import { anActor, insertPlaces, openCity, places, testDatabase } from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const manager = () => anActor(test.app, "MGR");
const head = () => anActor(test.app, "KDS", places.naras.code);
let pages: Pages;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

const today = () => new Date(test.app.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const plan = (fields: Record<string, string> = {}) =>
  pages.post(
    "/rakor/baru",
    {
      operasi: test.app.newId(),
      judul: "Rakor BPD dan kader 2027",
      tanggal: today(),
      mulai: "00.00",
      selesai: "23.59",
      tahun: "2027",
      kelompok: "bpd",
      "acara-1": "Pembukaan",
      "menit-1": "10",
      "acara-2": "Komitmen",
      "menit-2": "60",
      ...fields,
    },
    manager(),
  );
const codeOf = (answer: { readonly headers: Headers }) =>
  /rakor\/([0-9A-Z]{6})/.exec(answer.headers.get("location") ?? "")![1]!;
const of = (meetingCode: string) => ({ operationId: test.app.newId(), meetingCode });

it("a plan begins filled in from a template, and what is wrong is said with everything kept", async () => {
  const { html } = await pages.get("/rakor/baru?templat=triwulan", manager());
  for (const words of ["Rakor evaluasi triwulan", "Realisasi: dijanjikan", "Pengelolaan Keuangan Desa"])
    expect(html).toContain(words);
  const wrong = await plan({ selesai: "jam dua", judul: "" });
  expect(wrong.status).toBe(422);
  for (const words of ["Isi nama rakor", "Jam selesai harus sesudah", 'value="jam dua"', 'value="Komitmen"'])
    expect(wrong.html).toContain(words);
  const code = codeOf(await plan());
  const home = (await pages.get(`/rakor/${code}`, manager())).html;
  for (const words of ["Rancangan: belum ada yang diberi tahu", "Undang semua desa", "Unduh F4"])
    expect(home).toContain(words);
});

it("an invited village reads of it, has a task until it says its numbers are right, and the manager sees it in the meter", async () => {
  const code = codeOf(await plan());
  const invited = await pages.post(
    `/rakor/${code}`,
    { operasi: test.app.newId(), aksi: "undang" },
    manager(),
  );
  expect(invited.status).toBe(303);
  const work = (await pages.get("/kerja", head())).html;
  for (const words of ["1 rakor menunggu Anda memeriksa angka desa", "Desa Anda diundang ke rakor"])
    expect(work).toContain(words);
  expect((await pages.get(`/rakor/${code}`, head())).html).toContain("Angka ini benar");
  await pages.post(`/rakor/${code}`, { operasi: test.app.newId(), aksi: "benar" }, head());
  expect((await pages.get("/kerja", head())).html).not.toContain("rakor menunggu Anda");
  const { html } = await pages.get(`/rakor/${code}`, manager());
  for (const words of ["sudah memeriksa angkanya", "https://wa.me/?text=Yth.%20Naras%20I"])
    expect(html).toContain(words);
  const letter = await pages.get(`/rakor/${code}/undangan?kertas=f4`, manager());
  expect(letter.headers.get("content-type")).toBe("application/pdf");
});

const idOf = (html: string, button: string) => new RegExp(`${button}:([0-9a-f-]{36})`).exec(html)![1]!;

it("the agenda goes on by its buttons and keeps the notes that stand beside them, never over a text that nobody saw", async () => {
  const code = codeOf(await plan());
  await openMeeting(test.app, manager(), of(code));
  const agenda = `/rakor/${code}/agenda`;
  const post = (fields: Record<string, string>) =>
    pages.post(agenda, { operasi: test.app.newId(), ...fields }, manager());
  const first = idOf((await pages.get(agenda, manager())).html, "mulai");
  expect((await post({ aksi: `mulai:${first}` })).status).toBe(303);
  const running = (await pages.get(agenda, manager())).html;
  for (const words of ["Berikut: Komitmen", "70 menit direncanakan", "sisa 10:0"])
    expect(running).toContain(words);
  const second = idOf(running, "mulai");
  const on = { acara: first, catatan: "Wali kota membuka.", "versi-catatan": "0" };
  expect((await post({ ...on, aksi: `mulai:${second}` })).status).toBe(303);
  const late = await post({ ...on, catatan: "Dibuka pukul sembilan.", aksi: "catat" });
  expect(late.status).toBe(409);
  expect(late.html).toContain("Catatan Anda belum disimpan");
  expect((await pages.get(agenda, head())).html).not.toContain("Simpan catatan");
});

it("attendance is ticked by row, searched by name, told by the village at the door, and printed with room for initials", async () => {
  const code = codeOf(await plan());
  await inviteToMeeting(test.app, manager(), of(code));
  await openMeeting(test.app, manager(), of(code));
  const here = `/rakor/${code}/kehadiran`;
  const found = (await pages.get(`${here}?cari=naras`, manager())).html;
  expect(found).toContain("Kepala Desa Naras I");
  const id = idOf(found, "datang");
  const ticked = await pages.post(here, { operasi: test.app.newId(), aksi: `datang:${id}` }, manager());
  expect(ticked.headers.get("location")).toBe(`${here}#tamu-${id}`);
  const wrong = await pages.post(
    `${here}?tamu=${id}`,
    { operasi: test.app.newId(), aksi: "rinci", tamu: id, datang: "pagi", nama: "Rosmaniar" },
    manager(),
  );
  for (const words of ["Tulis jam seperti 09.12", 'value="pagi"', 'value="Rosmaniar"'])
    expect(wrong.html).toContain(words);
  expect((await pages.get(`/rakor/${code}/hadir`, head())).html).toContain("Hadir sejak");
  expect((await pages.get(`${here}/cetak`, manager())).html).toContain("Paraf");
  const file = await pages.post(`${here}/berkas`, { bentuk: "csv" }, manager());
  expect(file.html).toContain("Kepala Desa Naras I");
  expect((await pages.get(`${here}?lihat=hadir`, head())).html).not.toContain("Pulang sekarang");
});

it("cards are made and printed by whoever may, whose page never shows a code, and the door's screen says where to go", async () => {
  const code = codeOf(await plan());
  const cards = `/rakor/${code}/kartu`;
  expect((await pages.get(cards, head())).status).toBe(403);
  expect((await pages.post(cards, { operasi: test.app.newId(), aksi: "buat" }, manager())).status).toBe(303);
  const file = await pages.post(`${cards}/berkas`, {}, manager());
  expect(file.headers.get("content-type")).toBe("application/pdf");
  const slide = (await pages.get(`/rakor/${code}/pintu`, manager())).html;
  for (const words of ["/rakor/masuk", code, "Catat kehadiran"]) expect(slide).toContain(words);
  const wifi = await pages.post(`/rakor/${code}/pintu`, { wifi: "Balai", sandi: "pariaman" }, manager());
  expect(wifi.html).toContain("pariaman");
});
