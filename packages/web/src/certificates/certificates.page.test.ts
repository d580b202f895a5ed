import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { getMyCertificates } from "@tuwai/server/certificates";
import {
  aCivilServant,
  insertPlaces,
  openCity,
  testDatabase,
  aSponsoredWorker,
  receiveMonths,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let sponsor: Actor;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  sponsor = await aCivilServant(test.app);
});

/** BPJS has received November for the sponsor's worker. */
async function received(): Promise<void> {
  const { person } = await aSponsoredWorker(test.app, { sponsor });
  await receiveMonths(test.app, person, month("2026-11"));
}

const path = "/sponsor/saya/piagam";
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!;

describe("the sponsor's certificate", () => {
  it("says before the first receipt when it can be issued, and offers nothing to press", async () => {
    const { html } = await pages.get(path, sponsor);
    expect(html).toContain("sesudah BPJS menerima iuran pertama");
    expect(html).not.toContain("Terbitkan piagam</button>");
  });

  it("can be looked at before it is issued, is issued by one button, and printed once as the original", async () => {
    await received();
    const preview = await pages.get(`${path}/berkas?pratinjau=ya`, sponsor);
    expect(preview.headers.get("content-type")).toBe("application/pdf");
    const before = await pages.get(path, sponsor);
    await pages.post(path, { operasi: hidden(before.html, "operasi") }, sponsor);
    const page = await pages.get(path, sponsor);
    expect(page.html).toContain("PGM-2026-0001");
    expect(page.html).toContain("Unduh piagam asli");
    const form = { operasi: hidden(page.html, "operasi"), piagam: hidden(page.html, "piagam") };
    const file = await pages.post(`${path}/berkas`, form, sponsor);
    expect(file.headers.get("cache-control")).toContain("no-store");
    expect(file.html.slice(0, 5)).toBe("%PDF-");
    expect((await pages.get(path, sponsor)).html).toContain("Unduh salinan");
  });

  it("is checked by anybody who holds it, without a worker's name and without being kept or listed", async () => {
    await received();
    const before = await pages.get(path, sponsor);
    await pages.post(path, { operasi: hidden(before.html, "operasi") }, sponsor);
    const { valid } = await getMyCertificates(test.app, sponsor);
    const { status, html, headers } = await pages.get(`/sertifikat/${valid!.code}`);
    expect(status).toBe(200);
    expect(html).toContain("Piagam ini berlaku");
    expect(html).toContain("Rosmaniar");
    expect(html).not.toContain("Syafril");
    expect(headers.get("cache-control")).toContain("no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex");
    const unknown = await pages.get("/sertifikat/22222222222222222222");
    expect(unknown.status).toBe(404);
    expect(unknown.html).toContain("Tidak ada piagam dengan kode ini");
  });
});
