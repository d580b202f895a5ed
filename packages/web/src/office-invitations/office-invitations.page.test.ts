import { beforeEach, describe, expect, it } from "vitest";
import { aCivilServant, anActor, insertPlaces, openCity, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  await aCivilServant(test.app, { office: "DINSOS" });
  pages = await openPages(test.app);
});

describe("inviting an office", () => {
  it("opens a page that anybody reads without signing in, with the amount now and next, the readers by name and the way out", async () => {
    const agency = anActor(test.app, "BKP");
    const list = await pages.get("/sponsor/ajakan", agency);
    expect(list.html).toContain("kurang dari 5");
    expect((await pages.post("/sponsor/ajakan", { kantor: "DINSOS" }, agency)).status).toBe(303);
    const { html } = await pages.get("/sponsor/ajakan", agency);
    const code = /\/ajakan\/([0-9A-Z]{8})\/poster/.exec(html)![1]!;
    const page = await pages.get(`/ajakan/${code}`);
    expect(page.status).toBe(200);
    for (const said of [
      "DINSOS",
      "Rp8.400",
      "Rp16.800",
      "BKPSDM",
      "Berhenti kapan saja",
      "lanjut=%2Fsponsor%2Fsaya%2Fikrar",
    ])
      expect(page.html).toContain(said);
    expect(page.html).not.toContain("<script");
    const poster = await pages.get(`/ajakan/${code}/poster`);
    expect(poster.html).toContain(`/ajakan/${code}`);
    expect(poster.html).toContain("Kode QR ke halaman ajakan");
    await pages.post("/sponsor/ajakan", { tutup: code }, agency);
    expect((await pages.get(`/ajakan/${code}`)).html).toContain("sudah ditutup");
  });

  it("answers an address that there never was with words, and shows the list to nobody else", async () => {
    const unknown = await pages.get("/ajakan/22222222");
    expect(unknown.status).toBe(404);
    expect(unknown.html).toContain("alamat ini tidak ada");
    expect((await pages.get("/sponsor/ajakan", anActor(test.app, "BND", "DINSOS"))).status).toBe(403);
  });
});
