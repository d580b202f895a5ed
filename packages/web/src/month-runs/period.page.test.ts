import { fundByCity } from "@tuwai/server/matching";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  runAsAdmin,
  testDatabase,
  sendReady,
} from "@tuwai/server/testing";
import { drainToEmpty } from "@tuwai/server/work";
import { month } from "@tuwai/domain/time";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

it("a month says what is owed and received, what a run would change, and after the run that nothing is left to do", async () => {
  const { app } = test;
  const manager = anActor(app, "MGR");
  const personIds = [(await anEndorsedPerson(app)).id];
  await fundByCity(app, manager, { operationId: app.newId(), personIds, fundSource: "apbd" });
  await sendReady(app, manager, month("2026-11"));
  await runAsAdmin(test.url, ["update app.enrolments set state = 'accepted', accepted_on = '2026-11-21'"]);

  expect((await pages.get("/iuran", manager)).html).toMatch(
    /action="\/iuran\/periode\/2026-\d\d"|Iuran \w+ 2026/,
  );
  expect((await pages.get("/iuran/periode/2026-11", manager)).html).toContain("Rp16.800");
  expect((await pages.get("/iuran/periode/2026-12", manager)).html).toContain("Lihat dulu yang akan berubah");
  const before = (await pages.get("/iuran/periode/2026-12?pratinjau=1", manager)).html;
  expect(before).toContain("2 iuran baru, Rp16.800");
  await pages.post("/iuran/periode/2026-12", { operasi: app.newId() }, manager);
  await drainToEmpty(app);
  const after = (await pages.get("/iuran/periode/2026-12?pratinjau=1", manager)).html;
  expect(after).toContain("Tidak ada yang perlu diubah");
  expect(after).toContain("Iuran Desember 2026: Rp16.800 belum tercatat di BPJS");
});

it("an auditor reads and runs nothing; what is no month is not found", async () => {
  const auditor = anActor(test.app, "AUD");
  const { status, html } = await pages.get("/iuran/periode/2026-11", auditor);
  expect([status, html.includes("Hitung sekarang")]).toEqual([200, false]);
  expect((await pages.get("/iuran/periode/2026-13", auditor)).status).toBe(404);
  expect((await pages.post("/iuran/periode/2026-11", { operasi: test.app.newId() }, auditor)).status).toBe(
    403,
  );
});
