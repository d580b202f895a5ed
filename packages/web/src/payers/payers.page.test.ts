import { fundByCity } from "@tuwai/server/matching";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  places,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

it("a manager enters a firm and its period, hands the city's workers to it after a look, and takes that back", async () => {
  const { app } = test;
  const manager = anActor(app, "MGR");
  const personIds = [(await anEndorsedPerson(app)).id];
  await fundByCity(app, manager, { operationId: app.newId(), personIds, fundSource: "apbd" });
  const send = (path: string, fields: Record<string, string>) =>
    pages.post(path, { operasi: app.newId(), ...fields }, manager);
  const list = (await pages.get("/iuran/pembayar", manager)).html;
  expect(list).toContain("APBD kota");
  expect((await send("/iuran/pembayar", { nama: "", jenis: "" })).html).toContain("Isi namanya");
  const entered = await send("/iuran/pembayar", { nama: "PT Semen Padang", jenis: "firm", sumber: "csr" });
  const firm = entered.headers.get("location")!;
  expect((await send(firm, { aksi: "masa", dari: "2026", sampai: "x" })).html).toContain(
    "Tulis bulan seperti",
  );
  const period = { aksi: "masa", dari: "2026-12", sampai: "2027-11", anggaran: "1.200.000", orang: "6" };
  expect((await send(firm, period)).status).toBe(303);
  expect((await pages.get(firm, manager)).html).toContain("Rp1.200.000");
  const city = /href="(\/iuran\/pembayar\/[^"]+)">APBD kota/.exec(list)![1]!;
  const to = firm.split("/").at(-1)!;
  const over = `${city}/serah-terima`;
  expect((await pages.get(`${over}?ke=&mulai=2026-12`, manager)).html).toContain("Pilih penanggung baru");
  const look = (await pages.get(`${over}?ke=${to}&mulai=2026-12`, manager)).html;
  for (const words of ["1 pekerja ditanggung PT Semen Padang mulai Desember 2026", "sekarang Rp16.800"])
    expect(look).toContain(words);
  expect((await send(over, { ke: to, mulai: "2026-12" })).html).toContain("Tulis alasannya");
  expect((await send(over, { ke: to, mulai: "2026-12", alasan: "APBD habis" })).status).toBe(303);
  const done = (await pages.get(city, manager)).html;
  expect(done).toContain("ke PT Semen Padang");
  const serah = /name="serah" value="([^"]+)"/.exec(done)![1]!;
  expect((await send(city, { aksi: "urungkan", serah })).status).toBe(303);
  expect((await pages.get(city, manager)).html).toContain("diurungkan");
});

it("a village head sees the village's own budget and nothing to change; a list can be taken along", async () => {
  const head = anActor(test.app, "KDS", places.naras.code);
  const { html } = await pages.get("/iuran/pembayar", head);
  expect([html.includes("APBDes Naras I"), html.includes("APBD kota"), html.includes("Simpan")]).toEqual([
    true,
    false,
    false,
  ]);
  const file = await pages.post("/iuran/pembayar/berkas", {}, anActor(test.app, "FIN"));
  expect([file.status, file.headers.get("content-type")]).toEqual([
    200,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]);
  expect((await pages.get("/iuran/pembayar/x", head)).status).toBe(404);
});

it("waiting workers are held for a firm until a day, shown on its page, let go with a reason, and funded by it", async () => {
  const { app } = test;
  const manager = anActor(app, "MGR");
  const send = (path: string, fields: Record<string, string>) =>
    pages.post(path, { operasi: app.newId(), ...fields }, manager);
  const orang = (await anEndorsedPerson(app)).id;
  const entered = await send("/iuran/pembayar", { nama: "Bank Nagari", jenis: "firm", sumber: "csr" });
  const firm = entered.headers.get("location")!;
  const hold = { aksi: "tahan", orang, sumber: firm.split("/").at(-1)!, sampai: "2026-12-05" };
  expect((await send("/sponsor", { ...hold, sumber: "apbd" })).html).toContain(
    "Pilih penanggung yang dicatat",
  );
  expect((await send("/sponsor", { ...hold, sampai: "2030-01-01" })).html).toContain("sampai 60 hari lagi");
  expect((await send("/sponsor", hold)).status).toBe(303);
  const { html } = await pages.get(firm, manager);
  expect([html.includes("Ditahan untuk penanggung ini"), html.includes("5 Desember 2026")]).toEqual([
    true,
    true,
  ]);
  const id = /\?ubah=([^#"]+)/.exec(html)![1]!;
  expect((await pages.get(`${firm}?ubah=${id}`, manager)).html).toContain("Lepas sekarang");
  const letGo = { aksi: "lepas", tahan: id, versi: "1" };
  expect((await send(firm, letGo)).html).toContain("Tulis alasannya");
  expect((await send(firm, { ...letGo, sebab: "mundur" })).status).toBe(303);
  expect((await send("/sponsor", hold)).status).toBe(303);
  expect((await send(firm, { aksi: "danai" })).status).toBe(303);
  expect((await pages.get(firm, manager)).html).toContain("Menanggung 1 pekerja sekarang");
});
