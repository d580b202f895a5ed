import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { signPledge } from "@tuwai/server/sponsors";
import {
  aCivilServant,
  anActor,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  testDatabase,
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

const sign = () =>
  signPledge(test.app, sponsor, {
    operationId: test.app.newId(),
    capRupiah: 20_000,
    workerCount: 1,
    fromMonth: month("2026-12"),
    channel: "own-transfer",
    wishes: {},
    consentTextVersion: "ikrar-1",
  });
const path = "/sponsor/saya/mandat";

describe("the letter of a mandate", () => {
  it("is offered to whoever has a pledge, and points to one who has none how to sign", async () => {
    expect((await pages.get(path, sponsor)).html).toContain('href="/sponsor/saya/ikrar"');
    await sign();
    const { html } = await pages.get(path, sponsor);
    expect(html).toContain("Rp20.000 (dua puluh ribu rupiah)");
    expect(html).toContain('href="/sponsor/saya/mandat/surat"');
  });

  it("comes as a PDF that nobody keeps on the way", async () => {
    await sign();
    const file = await pages.get(`${path}/surat`, sponsor);
    expect(file.headers.get("content-type")).toBe("application/pdf");
    expect(file.headers.get("cache-control")).toContain("no-store");
    expect(file.html.slice(0, 5)).toBe("%PDF-");
    expect((await pages.get(`${path}/surat`, anActor(test.app, "MGR"))).status).toBe(403);
  });

  it("names what is wrong with an account and keeps what was typed, and never shows a kept number", async () => {
    await sign();
    const wrong = await pages.post(path, { bank: "Bank Nagari", nomor: "12" }, sponsor);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("8 sampai 20 angka");
    expect(wrong.html).toContain('value="Bank Nagari"');
    expect((await pages.post(path, { bank: "Bank Nagari", nomor: "00210210123456" }, sponsor)).status).toBe(
      303,
    );
    const { html } = await pages.get(path, sponsor);
    expect(html).toContain("Berakhiran 456");
    expect(html).not.toContain("00210210123456");
  });

  it("asks nobody to transfer before the city has named an account, and then says which", async () => {
    await sign();
    expect((await pages.get(path, sponsor)).html).toContain("Jangan transfer dahulu");
    const [first, second] = [aSteppedUpActor(test.app, "FIN"), aSteppedUpActor(test.app, "FIN")];
    const typed = { "atas-nama": "BPJS Ketenagakerjaan", bank: "Bank Nagari", nomor: "210002100099" };
    expect((await pages.post("/iuran/rekening", typed, first)).status).toBe(303);
    expect((await pages.get("/iuran/rekening", first)).html).toContain("Tarik usulan");
    const page = await pages.get("/iuran/rekening", second);
    const usulan = /name="usulan" value="([^"]+)"/.exec(page.html)![1]!;
    expect((await pages.post("/iuran/rekening", { usulan, putusan: "setuju" }, second)).status).toBe(303);
    const { html } = await pages.get(path, sponsor);
    expect(html).toContain("210002100099");
    expect(html).not.toContain("Jangan transfer dahulu");
  });
});
