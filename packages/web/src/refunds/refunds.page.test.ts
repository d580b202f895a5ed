import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  readRows,
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
  const { id } = await anEndorsedPerson(test.app);
  await readRows(
    test.app,
    `insert into app.refund_lines (region_code, id, village_code, kecamatan_code, person_id, key, month, received_on, payer, payer_account,
       amount_rupiah, reason, raised_at)
     select region_code, ?, village_code, kecamatan_code, id, 'x', '2026-12-01', '2026-11-05', 'private', '{"kind": "sponsor", "id": "csr"}', 8400,
       'after-death', app.now() from app.persons where id = ?`,
    test.app.newId(),
    id,
  );
});

it("the manager asks BPJS, finance notes that the money came back and takes that back; wrong input says what to do", async () => {
  const { app } = test;
  const [manager, finance] = [anActor(app, "MGR"), anActor(app, "FIN")];
  const path = "/iuran/pengembalian";
  const send = (as: typeof manager, fields: Record<string, string>) =>
    pages.post(path, { operasi: app.newId(), ...fields }, as);
  const first = (await pages.get(path, manager)).html;
  for (const words of ["Syafril Amri", "Untuk bulan sesudah kematian", "1 pengembalian, Rp8.400"])
    expect(first).toContain(words);
  const baris = /name="baris" value="([^"]+)"/.exec(first)![1]!;
  expect((await send(manager, { aksi: "tanya", baris })).status).toBe(303);
  const asked = (await pages.get(`${path}?keadaan=asked&jawab=${baris}`, finance)).html;
  expect([asked.includes("Syafril"), asked.includes("Apa jawaban BPJS?")]).toEqual([false, true]);
  const line = { aksi: "jawab", pengembalian: baris, versi: "2", jawaban: "returned" };
  const wrong = (await send(finance, { ...line, jumlah: "9000", rekening: "?" })).html;
  expect(wrong).toContain("Lebih besar daripada yang dibayar");
  expect((await send(finance, { ...line, jumlah: "8.400", rekening: "nagari" })).status).toBe(303);
  const answered = (await pages.get(`${path}?keadaan=answered`, finance)).html;
  expect(answered).toContain("Kembali Rp8.400");
  expect((await pages.post(`${path}/berkas`, { bentuk: "csv" }, finance)).status).toBe(200);
  expect((await send(finance, { aksi: "urungkan", pengembalian: baris, versi: "3" })).status).toBe(303);
  expect((await pages.get(path, finance)).html).toContain("Menunggu jawaban BPJS");
});

it("an auditor reads refunds and finds nothing to press", async () => {
  const { status, html } = await pages.get("/iuran/pengembalian", anActor(test.app, "AUD"));
  expect([status, html.includes("Tandai"), html.includes('name="aksi"')]).toEqual([200, false, false]);
});
