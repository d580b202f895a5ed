import type { Actor } from "@tuwai/server/app";
import { openMeeting, planMeeting } from "@tuwai/server/meetings";
import { anActor, insertPlaces, openCity, places, testDatabase } from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const { naras } = places;
let pages: Pages;
let head: Actor;
let manager: Actor;
let home: string;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  head = anActor(app, "KDS", naras.code);
  manager = anActor(app, "MGR");
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
  await openMeeting(app, manager, { operationId: app.newId(), meetingCode: planned.meetingCode });
  home = `/rakor/${planned.meetingCode}`;
});

const row = { aksi: "simpan", desa: naras.code, nama: "Naras I", orang: "2", bulan: "12", sumber: "add" };
const post = (path: string, fields: Record<string, string>, by = manager) =>
  pages.post(home + path, { operasi: test.app.newId(), ...fields }, by);

it("a row typed at the table is answered on the phone, and an objection stands at the table's top", async () => {
  expect((await post("/papan", { ...row, terlihat: "" })).status).toBe(303);
  const table = (await pages.get(`${home}/papan`, manager)).html;
  for (const words of ["Menunggu Benar", "Diparaf pada daftar cetak", "diketik oleh", "1 dari 2 desa"])
    expect(table).toContain(words);
  const ask = (await pages.get(`${home}/isi`, head)).html;
  for (const words of ["untuk desa Anda. Benar?", "Keberatan"]) expect(ask).toContain(words);
  expect((await post("/isi", { aksi: "keberatan", sebab: "" }, head)).html).toContain("Tulis alasannya");
  expect((await post("/isi", { aksi: "keberatan", sebab: "hanya satu orang" }, head)).status).toBe(303);
  expect((await pages.get(`${home}/papan`, manager)).html).toContain("Naras I: hanya satu orang");
});

const send = async (fields: Record<string, string>) =>
  JSON.parse((await post("/papan/baris", { ...row, ...fields })).html) as Record<string, unknown>;

it("the table's script hears of a row that was saved, refused, or beside which something else stands", async () => {
  expect(await send({ terlihat: "", orang: "0" })).toMatchObject({ outcome: "refused", isTooMuch: false });
  expect(await send({ terlihat: "" })).toMatchObject({ outcome: "done" });
  expect(await send({ terlihat: "", orang: "3" })).toMatchObject({ outcome: "conflict", now: { heads: 2 } });
  const { rows } = JSON.parse((await pages.get(`${home}/papan/baris`, manager)).html) as {
    readonly rows: readonly { readonly code: string; readonly state: string }[];
  };
  expect(rows.find(({ code }) => code === naras.code)?.state).toBe("awaiting");
  expect((await pages.get(`${home}/papan`, head)).status).toBe(403);
});
