import type { Actor } from "@tuwai/server/app";
import {
  aConfirmedCase,
  anActor,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let operator: Actor;
let path: string;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  const { claimCode } = await aConfirmedCase(test);
  pages = await openPages(test.app);
  operator = anActor(test.app, "OPR", places.naras.code);
  path = `/klaim/${claimCode}/surat`;
});

const proved = () => aSteppedUpActor(test.app, "OPR", places.naras.code);

describe("the letters of a case", () => {
  it("are four of a death, each with what it is for, who signs and what is missing, and without a name", async () => {
    const { html, status } = await pages.get(path, operator);
    expect(status).toBe(200);
    for (const words of [
      "Laporan kejadian",
      "Surat keterangan ahli waris",
      "Surat keterangan bekerja dan berdomisili",
      "Permohonan santunan",
      "semua ahli waris, dua saksi, kepala desa atau lurah, dan camat",
      "keluarga belum dicatat",
      "S. A.",
    ])
      expect(html).toContain(words);
    expect(html).not.toContain("Syafril");
    expect((await pages.get(`/en${path}`, operator)).html).toContain("Statement of heirs");
  });

  it("come as PDF or as a working copy, with a reason and after the password; without a reason they are asked for one", async () => {
    const reason = { alasan: "helping-family", kertas: "f4" };
    const pdf = await pages.post(`${path}/laporan.pdf`, reason, proved());
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    const word = await pages.post(`${path}/permohonan.html`, reason, proved());
    expect(word.html).toContain("Rp42.000.000");
    expect(word.headers.get("cache-control")).toContain("no-store");
    const without = await pages.post(`${path}/laporan.pdf`, { kertas: "f4" }, proved());
    expect(without.headers.get("location")).toBe(`${path}?salah=alasan#alasan`);
    expect((await pages.get(`${path}?salah=alasan`, operator)).html).toContain("Tidak ada yang hilang");
    const unproved = await pages.post(`${path}/laporan.pdf`, reason, operator);
    expect(unproved.status).not.toBe(200);
    expect((await pages.get(`${path}/laporan.pdf`, operator)).headers.get("location")).toBe(path);
    expect((await pages.get(path, operator)).html).toContain("Terakhir dibuat 12 Juni 2027.");
  });

  it("are not found by another village, and closed to whoever only watches", async () => {
    const other = anActor(test.app, "OPR", places.kampung.code);
    expect((await pages.get(path, other)).status).toBe(404);
    expect((await pages.get(path, anActor(test.app, "AUD"))).status).toBe(403);
  });
});
