import type { Actor } from "@tuwai/server/app";
import {
  aConfirmedCase,
  anActor,
  branch,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const atWork = {
  kind: "work-accident-death",
  on: "2027-06-10",
  accidentOn: "2027-06-10",
  time: "08:00",
  evidence: "hospital-letter",
};
let pages: Pages;
let operator: Actor;
let path: string;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  operator = anActor(test.app, "OPR", places.naras.code);
});

type Fields = Readonly<Record<string, string>>;
const send = (to: string, fields: Fields) =>
  pages.post(to, { operasi: test.app.newId(), ...fields }, operator);
const see = async (to: string, by: Actor = operator) => (await pages.get(to, by)).html;

/** A worker who died at work, with a wife and a child of class 9. */
async function aFamily() {
  const { claimCode } = await aConfirmedCase(test, atWork);
  path = `/klaim/${claimCode}`;
  const family = `${path}/keluarga`;
  expect(await see(family)).toContain("belum dicatat");
  const begun = await send(family, { tindakan: "mulai" });
  expect(begun.headers.get("location")).toMatch(/^\/klaim\/KL-[\w-]+\/keluarga$/);
  const members = [
    { hubungan: "spouse", nama: "Rosmawati", lahir: "1983-01-17", sejak: "" },
    { hubungan: "child", nama: "Rahmat Hidayat", lahir: "2012-06-21", sejak: "" },
  ];
  for (const member of members) await send(family, { tindakan: "tambah", ...member });
  const [child] = await readRows<{ code: string }>(test.app, "select code from app.family_children");
  const school = { jenjang: "smp", kelas: "3", hari: "2027-06-10", beasiswa: "unknown" };
  await send(`/yatim/${child!.code}`, { tindakan: "sekolah", ...school });
  return family;
}

it("the family of a case stands on one page with claim, heirs and scholarship, and the case says the same sum", async () => {
  const family = await aFamily();
  const html = await see(family);
  for (const said of ["berkas belum ada untuk keluarga ini", "urutan pertama", "Rp71.000.000", "/surat"])
    expect(html).toContain(said);
  expect(html).not.toMatch(/Rosmawati|Rahmat|Syafril/);
  const claim = await see(path);
  expect(claim).toContain("Perkiraan beasiswa hingga Rp71.000.000 untuk 1 anak");
  expect(claim).toContain("Surat keterangan sekolah dan rapor");
  expect(claim).toMatch(/href="\/klaim\/KL-[\w-]+\/keluarga"/);
  expect(await see(`${path}/surat`)).toContain("Lihat keluarga dan ahli waris");
  expect(await see(`/en${family}`)).toContain("the children’s scholarships are estimated at up to");
});

it("names open there for a reason alone, and nobody else finds the page", async () => {
  const family = await aFamily();
  expect((await send(family, { tindakan: "buka" })).status).toBe(422);
  expect((await send(family, { tindakan: "buka", untuk: "claim" })).html).toContain("Rosmawati");
  expect((await pages.get(family, anActor(test.app, "OPR", places.kampung.code))).status).toBe(404);
  expect((await pages.get(family, anActor(test.app, "KDS", places.naras.code))).status).toBe(403);
  const officer = await pages.get(family, anActor(test.app, "BPJ", branch));
  expect(officer.status).toBe(200);
  expect(officer.html).not.toContain('value="tambah"');
});
