import { beforeEach, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { editPerson, getCorrections } from "@tuwai/server/corrections";
import { fundByCity } from "@tuwai/server/matching";
import {
  anActor,
  anEndorsedPerson,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  testDatabase,
  type ThreadPerson,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let manager: Actor;
let operator: Actor;
let sick: ThreadPerson;
const path = "/kepesertaan/kelayakan";

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  manager = aSteppedUpActor(test.app, "MGR");
  operator = anActor(test.app, "OPR", places.naras.code);
  sick = await anEndorsedPerson(test.app);
  const well = await anEndorsedPerson(test.app);
  const op = { operationId: test.app.newId() };
  await fundByCity(test.app, manager, { ...op, personIds: [sick.id, well.id], fundSource: "apbd" });
  const { version } = await getCorrections(test.app, operator, { personCode: sick.code });
  await editPerson(test.app, operator, {
    operationId: test.app.newId(),
    personCode: sick.code,
    version,
    fields: { illness: "grave" },
    source: "visit",
    toldOn: "2026-11-20",
  });
});

const compose = () => pages.post("/kepesertaan/pendaftaran/baru", { bulan: "2026-11" }, manager);
const packetPath = "/kepesertaan/pendaftaran/PKT-2026-11-01";
const send = () => pages.post(packetPath, { aksi: "kirim", versi: "1", ketik: "2" }, manager);

/** The fields of the first form that decides. */
function redForm(html: string): { readonly enrolmentId: string; readonly operasi: string } {
  const form = html.split("<form").find((part) => part.includes('name="pendaftaran"'))!;
  return {
    enrolmentId: /name="pendaftaran" value="([^"]+)"/.exec(form)![1]!,
    operasi: /name="operasi" value="([^"]+)"/.exec(form)![1]!,
  };
}
async function decide(reason: string) {
  const { enrolmentId, operasi } = redForm((await pages.get(path, manager)).html);
  return pages.post(path, { operasi, pendaftaran: enrolmentId, [`sebab-${enrolmentId}`]: reason }, manager);
}

it("says one number, what each lacks and who completes it; the village reads why and finds the way there", async () => {
  const ofVillage = (await pages.get(path, operator)).html;
  expect(ofVillage).toContain("1 orang berisiko ditolak klaimnya");
  expect(ofVillage).toContain("Sedang sakit berat menurut jawaban keluarga");
  expect(ofVillage).toContain(`/pekerja/${sick.code}/bukti-kerja`);
  expect(ofVillage).toContain("menurut kantor atau berita");
  const { html } = await pages.get(path, manager);
  expect(html).toContain("tanyakan kepada operator desa");
  expect(html).not.toContain("sakit berat menurut");
  expect(html).toContain("dilengkapi operator desa");
});

it("stands on the draft before it is sent, and a red one is decided about first", async () => {
  await compose();
  const { html } = await pages.get(packetPath, manager);
  expect(html).toContain("Kelayakan klaim: 1 berisiko ditolak, 1 perlu dilengkapi, 0 lengkap.");
  expect(html).toContain(`${path}?paket=PKT-2026-11-01`);
  const refused = await send();
  expect([refused.status, refused.html.includes("belum diputuskan")]).toEqual([422, true]);
  expect((await decide("seen-in-person")).status).toBe(303);
  expect((await send()).status).toBe(303);
});

it("holds somebody back with a reason, says who and why, and lets them go again", async () => {
  const wrong = await decide("");
  expect([wrong.status, wrong.html.includes("Belum ada yang berubah")]).toEqual([422, true]);
  expect((await decide("to-be-completed")).status).toBe(303);
  const { html } = await pages.get(`${path}?hasil=held`, operator);
  expect(html).toContain(sick.code);
  expect(html).toContain("Tahan: dilengkapi dahulu. Diputuskan Pengelola program");
  expect((await compose()).html).toContain("ditahan seseorang karena kelayakan klaimnya");
});

it("narrows by what is missing, and says so where nobody is left", async () => {
  const red = (await pages.get(`${path}?hasil=red`, manager)).html;
  expect(red.match(/<tr/g)!.length).toBeGreaterThan(1);
  expect((await pages.get(`${path}?kurang=too-old`, manager)).html).toContain(
    "Tidak ada orang pada saringan ini",
  );
});

it("draws a sample, which the village answers from its task; nobody else may draw", async () => {
  const visits = `${path}/kunjungan`;
  expect((await pages.post(visits, { tindakan: "pilih" }, operator)).status).toBe(403);
  expect((await pages.post(visits, { tindakan: "pilih" }, manager)).status).toBe(303);
  expect((await pages.get("/kerja", operator)).html).toContain("Kunjungi 2 pekerja contoh");
  const { html } = await pages.get(visits, operator);
  const id = /name="kunjungan" value="([^"]+)"/.exec(html)![1]!;
  const empty = await pages.post(visits, { kunjungan: id }, operator);
  expect([empty.status, empty.html.includes("Pilih apa yang ditemukan")]).toEqual([422, true]);
  const said = await pages.post(visits, { kunjungan: id, [`temuan-${id}`]: "working" }, operator);
  expect(said.status).toBe(303);
  expect((await pages.get(visits, operator)).html).toContain("1 orang perlu dikunjungi");
  expect((await pages.get(visits, manager)).html).toContain("Benih acak");
});
