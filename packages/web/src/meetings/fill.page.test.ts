import type { Actor } from "@tuwai/server/app";
import { openMeeting, planMeeting } from "@tuwai/server/meetings";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  runAsAdmin,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const { naras } = places;
let pages: Pages;
let head: Actor;
let manager: Actor;
let meetingCode: string;
let here: string;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  head = anActor(app, "KDS", naras.code);
  manager = anActor(app, "MGR");
  const batchId = await insertBatch(app, "village-officers");
  for (const name of ["Rosmaniar", "Syafril"])
    await insertPerson(app, batchId, { name, targetGroup: "village-officer" });
  await runAsAdmin(test.url, [
    "update app.persons set occupation_text = 'Kader Posyandu', monthly_income = null",
  ]);
  const planned = await planMeeting(app, manager, {
    operationId: app.newId(),
    title: "Rakor BPD dan kader",
    year: 2027,
    groups: ["bpd", "kader"],
    startsAt: new Date("2026-12-18T02:00:00Z"),
    endsAt: new Date("2026-12-18T05:00:00Z"),
    place: "Balai Kota",
  });
  if (planned.outcome !== "planned") throw new Error("not planned");
  ({ meetingCode } = planned);
  here = `/rakor/${meetingCode}/isi`;
});

const open = () => openMeeting(test.app, manager, { operationId: test.app.newId(), meetingCode });
const send = (fields: Record<string, string>, to = here) =>
  pages.post(to, { operasi: test.app.newId(), ...fields }, head);
const two = { orang: "2", bulan: "12", sumber: "add", aksi: "nyatakan" };

it("a village finds what it needs filled in, is told what is wrong with everything kept, and sees what it declared", async () => {
  await open();
  const before = (await pages.get(here, head)).html;
  for (const words of [
    "Naras I perlu Rp403.200 untuk 2 orang pada 2027",
    "2 orang belum terlindungi",
    'value="2"',
  ])
    expect(before).toContain(words);
  const wrong = await send({ ...two, orang: "3", bulan: "13", sumber: "" });
  expect(wrong.status).toBe(422);
  for (const words of ["Isi 1 sampai 12 bulan", "Pilih sumbernya", 'value="13"', 'value="3"'])
    expect(wrong.html).toContain(words);
  expect((await send({ ...two, orang: "20" })).html).toContain("Periksa nol-nya");
  expect((await send({ ...two, "orang-bpd": "1", "orang-kader": "3" })).html).toContain("tidak sama");
  expect((await send(two)).status).toBe(303);
  const after = (await pages.get(`/en${here}`, head)).html;
  for (const words of ["Naras I declares Rp403,200", "on the meeting", "1 of 2 villages have declared"])
    expect(after).toContain(words);
});

it("before the meeting opens a draft can be kept and nothing declared", async () => {
  expect((await send(two)).html).toContain("Rakor belum dibuka");
  expect((await pages.get(here, head)).html).toContain("belum mengundang desa");
  await open();
  expect((await send({ ...two, aksi: "rancang" })).status).toBe(303);
  expect((await pages.get(here, head)).html).toContain("Rancangan");
});

it("the page's script hears whether a form is saved, and a lost form sent again stands once", async () => {
  await open();
  const form = { ...two, operasi: test.app.newId() };
  const [first, again] = [await send(form, `${here}/kirim`), await send(form, `${here}/kirim`)];
  expect(JSON.parse(first.html)).toEqual({ done: "Naras I menyatakan Rp403.200. Terlihat di layar rakor." });
  expect(again.html).toBe(first.html);
  expect((await send({ aksi: "mengetik" }, `${here}/kirim`)).status).toBe(204);
  expect((await send({ ...form, orang: "1" }, `${here}/kirim`)).html).toContain("sudah tersimpan");
});

const aCard = (code: string) =>
  runAsAdmin(test.url, [
    `insert into app.meeting_cards (region_code, id, meeting_id, village_code, kecamatan_code, code, made_by, made_at)
     select m.region_code, gen_random_uuid(), m.id, '${naras.code}', '${naras.code.slice(0, 8)}', '${code}', gen_random_uuid(), app.now()
     from app.meetings m`,
  ]);

it("a printed card opens the form of its own village in its own meeting, and nothing else, until it is revoked", async () => {
  await open();
  await aCard("ABCD2345FGH7");
  const signIn = (kode: string) => pages.post("/rakor/masuk", { kode });
  expect((await pages.get("/rakor/masuk")).html).toContain("Masuk dengan kartu rakor");
  expect((await signIn("ABCD-2345-FGHX")).html).toContain("Kartu ini tidak berlaku");
  const { status, headers } = await signIn("abcd-2345-fgh7");
  expect([status, headers.get("location")]).toEqual([303, here]);
  const [ours, english] = headers.getSetCookie();
  expect([ours, english].map((cookie) => /Path=([^;]+)/.exec(cookie!)?.[1])).toEqual(["/rakor", "/en/rakor"]);
  expect(ours).toContain("HttpOnly; SameSite=Lax");
  const cookie = ours!.split(";")[0]!;
  const get = (path: string, as?: Actor) => pages.get(path, as, { cookie });
  const { html } = await get(here);
  for (const words of ["Naras I perlu Rp403.200", "Bukan desa saya"]) expect(html).toContain(words);
  for (const words of ["/anggaran/komitmen", "/pekerja", "Keluar"]) expect(html).not.toContain(words);
  expect((await pages.post(here, { ...two, operasi: test.app.newId() }, undefined, { cookie })).status).toBe(
    303,
  );
  expect((await get("/rakor/masuk")).html).toContain("Kartu ini untuk Naras I");
  expect((await get("/anggaran/komitmen")).headers.get("location")).toContain("/masuk?lanjut=");
  expect((await get("/rakor/C7D2F3/isi")).headers.get("location")).toBe("/rakor/masuk");
  expect((await get(here, anActor(test.app, "EXE"))).status).toBe(403);
  const left = await pages.post("/rakor/masuk", { aksi: "lepas" }, undefined, { cookie });
  expect(left.headers.getSetCookie()[0]).toContain("Max-Age=0");
  await runAsAdmin(test.url, ["update app.meeting_cards set revoked_by = made_by, revoked_at = app.now()"]);
  expect((await get(here)).headers.get("location")).toBe("/rakor/masuk");
});
