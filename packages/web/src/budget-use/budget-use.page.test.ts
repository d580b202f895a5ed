import { anActor, anEndorsedPerson, insertPlaces, openCity, testDatabase } from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
const get = (query = "") => pages.get(`/rencana/anggaran${query}`, anActor(test.app, "MGR"));

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

it("says in its title what the money gives, and for each rank why somebody is not paid for", async () => {
  await anEndorsedPerson(test.app);
  const first = await anEndorsedPerson(test.app, { priority: 40 });
  const { html } = await get("?rupiah=201.600&bulan=12&dana=apbd");
  expect(html).toContain("memberi 1 orang 9 bulan perlindungan penuh");
  expect(html).toContain("uang habis di urutan sebelumnya");
  expect(html).toContain("peserta baru, 12 bulan");
  expect(html).toContain("urutan 1, ");
  expect(html).toContain(`/pekerja/${first.code}`);
  expect((await get("?rupiah=8400")).html).toContain("belum cukup untuk satu bulan perlindungan penuh");
  const least = (await get("?rupiah=1")).html;
  expect(least).toContain("untuk satu orang paling murah Rp67.200");
  expect(least).not.toContain("Menurut urutan aturan penilaian");
  const english = await pages.get("/en/rencana/anggaran?rupiah=201600", anActor(test.app, "MGR"));
  expect(english.html).toContain("For Rp201,600, 1 person has 9 months of full cover");
});

it("asks for a budget first, says what is wrong with one, and who is missing where nobody waits", async () => {
  const { html } = await get();
  expect(html).toContain("Pakai anggaran sebaik-baiknya");
  expect(html).not.toContain("Menurut urutan aturan penilaian");
  const wrong = (await get("?rupiah=banyak&bulan=99")).html;
  expect(wrong).toContain("dalam rupiah penuh, misalnya 5000000 untuk lima juta");
  expect(wrong).toContain("Tulis bulan 1 sampai 24.");
  expect((await get("?rupiah=1000000")).html).toContain("Tidak ada yang menunggu penanggung");
});

it("is the manager's alone", async () => {
  expect((await pages.get("/rencana/anggaran", anActor(test.app, "DAT"))).status).toBe(403);
});
