import { month } from "@tuwai/domain/time";
import { signPledge } from "@tuwai/server/sponsors";
import { aCivilServant, anActor, insertPlaces, openCity, testDatabase } from "@tuwai/server/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

const operation = (html: string): string => /name="operasi" value="([^"]+)"/.exec(html)![1]!;

async function aShortMandate() {
  const sponsor = await aCivilServant(test.app, { office: "BKPSDM" });
  await signPledge(test.app, sponsor, {
    operationId: test.app.newId(),
    capRupiah: 8_400,
    workerCount: 1,
    fromMonth: month("2026-11"),
    channel: "payroll",
    wishes: {},
    consentTextVersion: "ikrar-1",
  });
  return sponsor;
}

describe("the page of the tariff", () => {
  it("names every rule with window, instrument and mark, what is red, what a year costs, and what is not confirmed", async () => {
    const { status, html } = await pages.get("/iuran/tarif", anActor(test.app, "ADM"));
    expect(status).toBe(200);
    for (const told of ["PP 50/2025", "Permenaker 1/2025", "SKB 1497/2025", "dilaporkan", "dari ingatan"])
      expect(html).toContain(told);
    expect(html).toContain("berakhir 31 Desember 2026 menurut aturannya");
    expect(html).toContain("Hari libur dan cuti bersama 2027 belum ada");
    for (const sum of ["Rp126.000", "Rp100.800", "Rp201.600"]) expect(html).toContain(sum);
    expect(html).toContain("Apakah cuti bersama menggeser hari jatuh tempo?");
    expect(html).not.toContain("Mandat penanggung dan tarif");
    const { html: english } = await pages.get("/en/iuran/tarif", anActor(test.app, "AUD"));
    expect(english).toContain("from memory");
  });

  it("lets the manager ask whoever's mandate falls short, who then finds the question and raises the cap", async () => {
    const manager = anActor(test.app, "MGR");
    const sponsor = await aShortMandate();
    const page = await pages.get("/iuran/tarif", manager);
    expect(page.html).toContain("1 mandat kurang bayar, bersama Rp8.400 sebulan");
    expect((await pages.get("/iuran/tarif", anActor(test.app, "FIN"))).html).not.toContain(
      "Minta 1 penanggung",
    );
    expect((await pages.post("/iuran/tarif", {}, anActor(test.app, "FIN"))).status).toBe(403);
    await pages.post("/iuran/tarif", { operasi: operation(page.html) }, manager);
    expect((await pages.get("/iuran/tarif", manager)).html).toContain("1 penanggung sudah diminta");

    expect((await pages.get("/sponsor/saya", sponsor)).html).toContain(
      "memerlukan sampai Rp16.800 per bulan",
    );
    const { html } = await pages.get("/sponsor/saya/batas", sponsor);
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!;
    const form = { operasi: operation(html), mandat: field("mandat"), versi: field("versi") };
    const low = await pages.post("/sponsor/saya/batas", { ...form, batas: "9000", setuju: "ya" }, sponsor);
    expect([low.status, low.html.includes("sekurangnya Rp16.800")]).toEqual([422, true]);
    const unread = await pages.post("/sponsor/saya/batas", { ...form, batas: "20000" }, sponsor);
    expect(unread.status).toBe(422);
    const given = { ...form, operasi: test.app.newId(), batas: "Rp20.000", setuju: "ya" };
    expect((await pages.post("/sponsor/saya/batas", given, sponsor)).status).toBe(303);
    expect((await pages.get("/sponsor/saya", sponsor)).html).not.toContain("memerlukan sampai");
  });
});
