import type { Actor } from "@tuwai/server/app";
import {
  anActor,
  insertPlaces,
  openCity,
  places,
  runAsAdmin,
  testDatabase,
  insertBatch,
  insertPerson,
  readRows,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let personId: string;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  const batchId = await insertBatch(app, "village-officers");
  const described = {
    name: "Rosmaniar",
    targetGroup: "village-officer",
    nik: "1377920105790001",
    birthDate: "1979-05-01",
  };
  personId = (await insertPerson(app, batchId, { ...described, sex: "female" })).id;
  await runAsAdmin(test.url, [
    "update app.persons set monthly_income = 3400000, occupation_text = 'Kepala Desa'",
  ]);
});

it("the manager sees what an officer costs the village, enrols them, and ends the office with a reason", async () => {
  const manager = anActor(test.app, "MGR");
  const before = (await pages.get("/kepesertaan/aparatur", manager)).html;
  for (const words of ["Kepala Desa", "Rp3.400.000", "Rp18.360", "Belum didaftarkan"])
    expect(before).toContain(words);
  const act = (fields: Record<string, string>) =>
    pages.post("/kepesertaan/aparatur", { operasi: test.app.newId(), orang: personId, ...fields }, manager);
  expect((await act({ orang: "", tindakan: "daftarkan" })).html).toContain("Pilih paling sedikit satu orang");
  expect((await act({ tindakan: "daftarkan" })).status).toBe(303);
  expect((await pages.get("/kepesertaan/aparatur", manager)).html).toContain("Siap dikirim");
  expect((await act({ tindakan: "daftarkan" })).html).toContain("sudah didaftarkan");
  expect((await act({ tindakan: "akhiri", bulan: "2026-11", sebab: "" })).html).toContain("Pilih sebabnya");
  expect((await act({ tindakan: "akhiri", bulan: "2026-11", sebab: "term-over" })).status).toBe(303);
  expect(await readRows(test.app, "select state from app.enrolments")).toEqual([{ state: "ended" }]);
});

it("the village reads its officers and decides nothing; a camat reads none", async () => {
  const operator = anActor(test.app, "OPR", places.naras.code);
  const { html } = await pages.get("/kepesertaan/aparatur", operator);
  expect([html.includes("Rosmaniar"), html.includes("Daftarkan ke BPJS")]).toEqual([true, false]);
  const camat = anActor(test.app, "CMT", places.naras.kecamatan);
  expect((await pages.get("/kepesertaan/aparatur", camat)).status).toBe(403);
});

it("a group is noted with its number, a wrong one is refused in words, and an auditor only reads", async () => {
  const manager = anActor(test.app, "MGR");
  const path = `/iuran/kelompok/pu-${places.naras.code}`;
  expect((await pages.get("/iuran/kelompok", manager)).html).toContain("Aparatur Naras I");
  const note = (npp: string) =>
    pages.post(path, { operasi: test.app.newId(), versi: "0", npp, pks: "", sejak: "", sampai: "" }, manager);
  expect((await note("??")).html).toContain("NPP terdiri dari 6 sampai 12");
  expect((await note("15070955")).status).toBe(303);
  expect((await note("15070956")).html).toContain("baru saja diubah orang lain");
  const auditor = anActor(test.app, "AUD");
  const { html } = await pages.get(path, auditor);
  expect([html.includes("15070955"), html.includes('<form method="post"')]).toEqual([true, false]);
  expect((await pages.get("/iuran/kelompok/apbd-xx", manager)).status).toBe(404);
});

it("leavers stand on the month's list, and the file with their numbers is asked for after proving the password", async () => {
  const manager = anActor(test.app, "MGR");
  const act = (fields: Record<string, string>) =>
    pages.post("/kepesertaan/aparatur", { operasi: test.app.newId(), orang: personId, ...fields }, manager);
  await act({ tindakan: "daftarkan" });
  await runAsAdmin(test.url, [
    "update app.enrolments set state = 'accepted', accepted_on = '2026-11-21', sent_at = now()",
  ]);
  await act({ tindakan: "akhiri", bulan: "2026-11", sebab: "term-over" });
  const { html } = await pages.get("/iuran/perubahan?bulan=2026-11", manager);
  for (const words of ["Rosmaniar", "Aparatur Naras I", "Tidak dibayar lagi sesudah bulan ini"])
    expect(html).toContain(words);
  expect((await pages.get("/iuran/perubahan?bulan=2026-12", manager)).html).toContain("Tidak ada perubahan");
  const proved: Actor = { ...manager, steppedUpAt: new Date() };
  const file = await pages.post("/iuran/perubahan/2026-11/berkas", {}, proved);
  expect(file.headers.get("content-disposition")).toMatch(/perubahan-2026-11-EX-.*\.xlsx/);
  const unproved = await pages.post("/iuran/perubahan/2026-11/berkas", {}, manager);
  expect(unproved.headers.get("content-disposition")).toBeNull();
});
