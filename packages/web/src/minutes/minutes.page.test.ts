import type { Actor } from "@tuwai/server/app";
import { declareCommitments, openCommitmentYear } from "@tuwai/server/commitments";
import { closeMeeting, openMeeting, planMeeting } from "@tuwai/server/meetings";
import { anActor, insertPlaces, openCity, places, readRows, testDatabase } from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase({ now: "2026-12-18T02:00:00Z" });
const { naras, kampung } = places;
const op = () => ({ operationId: test.app.newId() });
let pages: Pages;
let manager: Actor;
let head: Actor;
let base: string;
let meetingCode: string;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  manager = anActor(app, "MGR");
  head = anActor(app, "KDS", naras.code);
  const planned = await planMeeting(app, manager, {
    ...op(),
    title: "Rakor kader 2027",
    year: 2027,
    groups: ["kader"],
    startsAt: new Date("2026-12-18T02:00:00Z"),
    endsAt: new Date("2026-12-18T05:00:00Z"),
    place: "Balai Kota",
  });
  if (planned.outcome !== "planned") throw new Error("not planned");
  ({ meetingCode } = planned);
  base = `/rakor/${meetingCode}/berita-acara`;
});

async function aMeeting(): Promise<void> {
  await openMeeting(test.app, manager, { ...op(), meetingCode });
  const line = { group: "kader", heads: 8, months: 12, source: "add" };
  const declared = { villageCode: naras.code, year: 2027, lines: [line], intent: "declare" } as const;
  await declareCommitments(test.app, head, { ...op(), ...declared });
  await closeMeeting(test.app, manager, { ...op(), meetingCode });
}

const page = async (by = manager, path = "") => (await pages.get(base + path, by)).html;
const send = async (fields: Record<string, string>, by = manager, path = "") => {
  const [row] = await readRows<{ id: string; version: number }>(
    test.app,
    "select id, version from app.minutes order by revision desc limit 1",
  );
  const of = row === undefined ? {} : { berita: row.id, versi: String(row.version) };
  return pages.post(base + path, { operasi: test.app.newId(), ...of, ...fields }, by);
};

it("one button makes the minutes; they say sum, words and gaps, are shown, objected to, answered and made final", async () => {
  expect(await page()).toContain("Rakor belum dibuka");
  await aMeeting();
  expect((await send({ aksi: "buat" })).status).toBe(303);
  const draft = await page();
  for (const words of [
    "BA-2026-001",
    "Rp1.612.800",
    "satu juta enam ratus dua belas ribu delapan ratus rupiah",
    "1 dari 2 desa dan kelurahan menyatakan komitmen untuk 8 orang",
    "1 desa belum menyatakan; namanya disebut",
    `Belum menyatakan: ${kampung.name}`,
    "ditulis apa adanya",
  ])
    expect(draft).toContain(words);
  expect(await page(head)).toContain("tampil di sini sesudah pengelola program membagikan");
  expect((await send({ aksi: "bagikan", nomor: "005/77/2026" })).status).toBe(303);
  expect(await page(head)).toContain("Tanggapan Anda");
  expect((await send({ aksi: "keberatan", tanggapan: "" }, head)).html).toContain(
    "Tulis apa yang tidak benar",
  );
  expect((await send({ aksi: "keberatan", tanggapan: "Kader kami tujuh." }, head)).status).toBe(303);
  const [reply] = await readRows<{ id: string }>(test.app, "select id from app.minutes_replies");
  const answer = { aksi: "jawab", "tanggapan-id": reply!.id, [`jawaban-${reply!.id}`]: "Dicatat." };
  expect((await send(answer)).status).toBe(303);
  expect((await send({ aksi: "final" })).html).toContain("Hari tanggapan belum lewat");
  await test.setNow("2026-12-21T02:00:00Z");
  expect((await send({ aksi: "final" })).status).toBe(303);
  const final = await page(head);
  for (const words of [
    "Final sejak 21 Desember 2026",
    "Kader kami tujuh.",
    "Dicatat.",
    "SHA-256",
    "005/77/2026",
  ])
    expect(final).toContain(words);
});

it("somebody's own words stay, and who wrote on top of others' sees both", async () => {
  await aMeeting();
  await send({ aksi: "buat" });
  const text = "/naskah/discussion";
  expect((await send({ isi: "Semua desa bicara.", dilihat: "0" }, manager, text)).status).toBe(303);
  await send({ aksi: "buat" });
  expect(await page()).toContain("Semua desa bicara.");
  const late = await send({ isi: "Tidak semua.", dilihat: "0" }, manager, text);
  expect(late.status).toBe(409);
  for (const words of ["Tulisan mereka", "Semua desa bicara.", "Tidak semua.", 'name="dilihat" value="1"'])
    expect(late.html).toContain(words);
  expect((await send({ isi: "Tidak semua.", dilihat: "1" }, manager, text)).status).toBe(303);
});

it("the paper is one in PDF, on the page for printing and in the copy for an office program; the public sees sums only", async () => {
  await aMeeting();
  await send({ aksi: "buat" });
  await send({ aksi: "bagikan" });
  await test.setNow("2026-12-21T02:00:00Z");
  await send({ aksi: "final" });
  const pdf = await pages.get(`${base}/berkas?kertas=f4`, head);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  for (const path of ["/cetak", "/salinan-kerja"]) {
    const html = await page(head, path);
    for (const words of ["Pada hari Jumat tanggal delapan belas", "Naras I", "Lampiran II"])
      expect(html).toContain(words);
  }
  expect(await page(head, "/salinan-kerja")).toContain("SALINAN KERJA");
  const [row] = await readRows<{ code: string; hash: string }>(
    test.app,
    "select code, encode(snapshot_hash, 'hex') as hash from app.minutes",
  );
  const check = await pages.get(`/ba/${row!.code}?sidik=${row!.hash}`);
  for (const words of ["Berita acara ini final", "Rp1.612.800", "1 dari 2 menyatakan", "Cocok"])
    expect(check.html).toContain(words);
  expect(check.html).not.toContain("Naras");
  expect((await pages.get(`/ba/${"2".repeat(20)}`)).status).toBe(404);
});

it("after final minutes the year can be locked, and the public page names them", async () => {
  await aMeeting();
  await openCommitmentYear(test.app, manager, { ...op(), year: 2027 });
  await send({ aksi: "buat" });
  await send({ aksi: "bagikan" });
  await test.setNow("2026-12-21T02:00:00Z");
  await send({ aksi: "final" });
  expect((await send({ aksi: "kunci", tahun: "2027" })).html).toContain("Centang dulu");
  expect((await send({ aksi: "kunci", tahun: "2027", yakin: "ya" })).status).toBe(303);
  expect((await pages.get("/komitmen?tahun=2027")).html).toContain(
    "Menurut berita acara BA-2026-001, final 21 Desember 2026",
  );
});
