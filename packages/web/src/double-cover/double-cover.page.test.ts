import { month } from "@tuwai/domain/time";
import { fundByCity } from "@tuwai/server/matching";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  sendReady,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const path = "/iuran/rangkap";
let pages: Pages;
beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

it("a pasted list shows who is paid for twice and what that frees; lines that cannot be taken are told by number; kept with a reason and undone", async () => {
  const { app } = test;
  const manager = anActor(app, "MGR");
  const { id, nik } = await anEndorsedPerson(app);
  await fundByCity(app, manager, { operationId: app.newId(), personIds: [id], fundSource: "apbd" });
  await sendReady(app, manager, month("2026-11"));
  const send = (fields: Record<string, string>) =>
    pages.post(path, { operasi: app.newId(), ...fields }, manager);
  expect((await pages.get(path, manager)).html).toContain("Belum ada perlindungan rangkap");
  expect((await send({ aksi: "daftar", daftar: "" })).html).toContain("Tempelkan sekurangnya satu baris");
  const daftar = `${nik};Syafril Amri;2026-10;;Provinsi\n123;Entah;2026-10;;Provinsi`;
  const mixed = (await send({ aksi: "daftar", daftar })).html;
  for (const words of ["1 catatan disimpan", "Baris 2: NIK tidak lengkap", "Syafril Amri"])
    expect(mixed).toContain(words);
  expect(mixed).not.toContain(nik);
  const list = (await pages.get(path, manager)).html;
  for (const words of [
    "1 pekerja dibayar rangkap",
    "membebaskan Rp16.800",
    "Belum dipastikan dengan provinsi",
  ])
    expect(list).toContain(words);
  expect((await pages.get(`${path}?putus=${id}`, manager)).html).toContain("masih di BPJS");
  expect((await send({ aksi: "putus", orang: id, putusan: "end-ours", alasan: "x" })).html).toContain(
    "Tunggu jawabannya",
  );
  const keep = { aksi: "putus", orang: id, putusan: "keep-ours" };
  expect((await send(keep)).html).toContain("Tulis alasannya");
  expect((await send({ ...keep, alasan: "provinsi hanya JKK" })).status).toBe(303);
  const decided = (await pages.get(path, manager)).html;
  expect(decided).toContain("Tetap kita bayar: provinsi hanya JKK");
  const jawaban = /name="jawaban" value="([^"]+)"/.exec(decided)![1]!;
  expect((await send({ aksi: "urungkan", jawaban })).status).toBe(303);
});

it("an auditor reads the page and finds nothing to press", async () => {
  const { status, html } = await pages.get(path, anActor(test.app, "AUD"));
  expect([status, html.includes("Simpan daftar")]).toEqual([200, false]);
});
