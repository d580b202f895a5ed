import { month } from "@tuwai/domain/time";
import { rupiah } from "@tuwai/domain/money";
import type { Actor } from "@tuwai/server/app";
import { receiptsApplier } from "@tuwai/server/contributions";
import { drainToEmpty } from "@tuwai/server/work";
import {
  anActor,
  applyRows,
  aSponsoredWorker,
  aSteppedUpActor,
  branch,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let operator: Actor;
let manager: Actor;
let officer: Actor;
let sponsor: Actor;
let person: { readonly id: string; readonly code: string };
let fullName: string;

const months = ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06"];

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  ({ sponsor, person } = await aSponsoredWorker(test.app));
  await paidUntilJune();
  await test.setNow("2027-06-12T03:00:00Z");
  await drainToEmpty(test.app);
  operator = aSteppedUpActor(test.app, "OPR", places.naras.code);
  manager = aSteppedUpActor(test.app, "MGR");
  officer = aSteppedUpActor(test.app, "BPJ", branch);
  const [row] = await readRows<{ name: string }>(
    test.app,
    "select full_name as name from app.persons where id = ?",
    person.id,
  );
  fullName = row!.name;
});

/** More than three months, so that a natural death brings 42 million. */
async function paidUntilJune() {
  const file = {
    applier: receiptsApplier,
    kind: "bpjs-receipts" as const,
    batchId: test.app.newId(),
  };
  const rows = months.map((each) => ({
    personCode: person.code,
    month: month(each),
    amount: rupiah(each < "2027" ? 8_400 : 16_800),
  }));
  await applyRows(test.app, anActor(test.app, "BPJ", branch), file, rows);
}

type Fields = Readonly<Record<string, string>>;
const send = (path: string, fields: Fields, as: Actor) =>
  pages.post(path, { operasi: test.app.newId(), ...fields }, as);

/** A death or an accident, told, linked and confirmed through the pages; gives the address of its case. */
async function aCase(kejadian = "death", lewat = "village-letter") {
  const told = {
    kind: kejadian,
    name: "Pak Buyuang",
    cardCode: "",
    village: places.naras.code,
    day: "earlier",
    on: "2027-06-10",
    time: "",
    place: "",
    teller: "family",
    phone: "",
    tellerName: "",
  };
  const report = (await send("/kejadian/baru", told, operator)).headers.get("location")!;
  await send(report, { tindakan: "hubungkan", kode: person.code }, operator);
  const confirmed = await send(
    report,
    { tindakan: "pastikan", kejadian, hari: "2027-06-10", lewat },
    operator,
  );
  expect(confirmed.status).toBe(303);
  const [, path] = /href="(\/klaim\/KL-[^"]+)"/.exec((await pages.get(report, operator)).html)!;
  return { report, path: path!, notice: decodeURIComponent(confirmed.headers.get("set-cookie") ?? "") };
}

const see = async (path: string, as: Actor) => (await pages.get(path, as)).html;
const version = async (path: string) => /name="versi" value="(\d+)"/.exec(await see(path, manager))![1]!;
const step = async (path: string, langkah: string, fields: Fields, as: Actor) =>
  send(path, { langkah, versi: await version(path), ...fields }, as);

async function gather(path: string) {
  const html = await see(path, operator);
  for (const [, code] of html.matchAll(/name="dokumen" value="([^"]+)"/g))
    await step(path, "document", { dokumen: code!, keadaan: "have" }, operator);
}

describe("the page of a case", () => {
  it("begins with what is missing, and leads through file, answer and money to its end", async () => {
    const { path, notice } = await aCase();
    expect(notice).toContain(path.split("/").at(-1));
    const first = await see(path, operator);
    expect(first).toContain("berkas belum ada untuk keluarga ini.");
    expect(first).toContain("Rp42.000.000");
    expect(first).toContain("Hari itu ia terlindung.");
    expect(first).toContain("dilaporkan, naskahnya belum kami baca");
    const early = await step(path, "hand-in", { hari: "2027-06-12", catatan: "map biru" }, operator);
    expect([early.status, early.html.includes("Masih ada berkas yang belum ada")]).toEqual([422, true]);
    expect(early.html).toContain('value="map biru"');
    await gather(path);
    expect(await see(path, operator)).toContain("Berkas lengkap dan siap diserahkan ke BPJS.");
    expect((await step(path, "hand-in", { hari: "2027-06-12" }, operator)).status).toBe(303);
    expect(await see(path, officer)).toContain("Simpan persetujuan");
    expect(await see(path, operator)).not.toContain("Simpan persetujuan");
    expect((await step(path, "accept", { hari: "2027-06-12" }, officer)).status).toBe(303);
    const wrong = await step(path, "pay", { hari: "2027-06-12", "jumlah-funeral": "banyak" }, officer);
    expect([wrong.status, wrong.html.includes('value="banyak"')]).toEqual([422, true]);
    const paid = { hari: "2027-06-12", "jumlah-death-lump": "20.000.000", "jumlah-periodic": "Rp12.000.000" };
    expect((await step(path, "pay", paid, officer)).status).toBe(303);
    const money = await see(path, officer);
    expect(money).toContain("masih kurang Rp10.000.000 dari perkiraan.");
    expect(money).toContain("belum dijelaskan");
    const close = await step(path, "close", {}, manager);
    expect(close.html).toContain("Masih ada selisih yang belum dijelaskan");
    await step(path, "explain", { bagian: "funeral", alasan: "asked-bpjs" }, officer);
    expect(await see(path, manager)).toContain("sedang ditanyakan ke BPJS");
    expect((await step(path, "close", {}, manager)).status).toBe(303);
    expect(await see(`/en${path}`, manager)).toContain("Finished: the family received Rp32,000,000.");
    expect((await step(path, "reopen", {}, manager)).status).toBe(303);
    const [, payment] = /name="bayar" value="([^"]+)"/.exec(await see(path, manager))!;
    expect((await step(path, "take-back", { bayar: payment! }, manager)).status).toBe(303);
    expect((await step(path, "take-back", { bayar: "' or 1=1" }, manager)).status).toBe(422);
  });

  it("keeps what was typed when somebody else was faster, and says so", async () => {
    const { path } = await aCase();
    const old = await version(path);
    await step(path, "tell-bpjs", { hari: "2027-06-12", jam: "09.00" }, operator);
    const late = await send(
      path,
      { langkah: "in-need", versi: old, alasan: "not-covered", catatan: "keluarga pindah" },
      manager,
    );
    expect([late.status, late.html.includes("Orang lain baru saja mengubah klaim ini")]).toEqual([422, true]);
    expect(late.html).toContain('value="keluarga pindah"');
  });

  it("shows name and notes in one answer after a reason, to each role as it may, and counts the looks", async () => {
    const { path } = await aCase();
    await step(path, "tell-bpjs", { hari: "2027-06-12", jam: "09.00", catatan: "Ibu R. menunggu" }, operator);
    const closed = await see(path, operator);
    expect(closed).not.toContain(fullName);
    expect(closed).not.toContain("Ibu R.");
    expect(closed).toContain("Ada catatan tertutup.");
    const without = await send(path, { langkah: "look" }, operator);
    expect([without.status, without.html.includes(fullName)]).toEqual([422, false]);
    const opened = await send(path, { langkah: "look", alasan: "helping-family" }, operator);
    expect(opened.html).toContain(fullName);
    expect(opened.html).toContain("Ibu R. menunggu");
    expect(opened.headers.get("cache-control")).toBe("no-store");
    const audit = await send(path, { langkah: "look", alasan: "audit" }, anActor(test.app, "AUD"));
    expect([audit.status, audit.html.includes(fullName)]).toEqual([200, false]);
    const after = await see(path, operator);
    expect(after).toContain("Dibuka 2 kali oleh 2 orang.");
    expect(after).not.toContain(fullName);
  });

  it("reckons an accident from what the doctor says, and keeps that from nobody who may read the case", async () => {
    const { path } = await aCase("work-accident", "hospital-letter");
    expect(await see(path, operator)).toContain("Isi keterangan kecelakaan dulu");
    const bad = await step(path, "facts", { bulan: "-3", cacat: "none" }, operator);
    expect([bad.status, bad.html.includes('value="-3"')]).toEqual([422, true]);
    expect((await step(path, "facts", { bulan: "14", cacat: "none" }, operator)).status).toBe(303);
    expect(await see(path, operator)).toContain("Rp13.000.000");
    expect(await see(path, operator)).toContain("Lapor ke BPJS, batas 2 × 24 jam");
  });

  it("takes a scan, and opens it as a file to whoever proved who they are", async () => {
    const { path } = await aCase();
    const form = new FormData();
    form.set("operasi", test.app.newId());
    form.set("langkah", "document");
    form.set("dokumen", "death-certificate");
    form.set("keadaan", "have");
    form.set("berkas", new File(["%PDF-1.4 akta"], "akta.pdf", { type: "application/pdf" }));
    expect((await pages.post(path, form, operator)).status).toBe(303);
    const [, scan] = /href="([^"]+\/berkas\/[^"]+)"/.exec(await see(path, operator))!;
    const file = await pages.get(scan!, operator);
    expect([file.status, file.html]).toEqual([200, "%PDF-1.4 akta"]);
    expect((await pages.get(scan!, anActor(test.app, "OPR", places.naras.code))).status).not.toBe(200);
    expect((await pages.get(scan!, aSteppedUpActor(test.app, "OPR", places.kampung.code))).status).toBe(404);
  });

  it("goes on as a family in need when BPJS refuses and nothing else is left", async () => {
    const { path } = await aCase();
    await gather(path);
    await step(path, "hand-in", { hari: "2027-06-12" }, operator);
    await step(path, "refuse", { hari: "2027-06-12", alasan: "ill-at-enrolment" }, officer);
    expect(await see(path, manager)).toContain("BPJS menolak klaim ini; keberatan masih dapat diajukan.");
    await step(path, "in-need", { alasan: "refused" }, manager);
    await step(path, "help", { alasan: "bansos", hari: "2027-06-12" }, operator);
    const html = await see(path, operator);
    expect(html).toContain("BPJS menolak: sudah sakit ketika didaftarkan.");
    expect(html).toContain("Bantuan sosial");
  });
});

describe("the board", () => {
  it("says how many files wait for whom, leads to each, and names nobody", async () => {
    const { path } = await aCase();
    await test.setNow("2027-06-30T03:00:00Z");
    const board = await see("/klaim", operator);
    expect(board).toContain("1 klaim menunggu Anda; yang paling tua 18 hari.");
    expect(board).toContain(`href="${path}"`);
    expect(board).toContain("Lewat 4 hari");
    expect(await see("/en/klaim", officer)).toContain("No claim waits for you.");
    expect(await see("/klaim?tahap=to-do", officer)).toContain(`href="${path}"`);
    expect(await see("/klaim?jenis=work-accident", manager)).not.toContain(`href="${path}"`);
    expect(await see("/kerja", operator)).toContain("Kumpulkan berkas 1 keluarga");
    expect(await see("/kerja", manager)).not.toContain("Tindak lanjuti klaim");
    for (const actor of [operator, manager, officer, anActor(test.app, "AUD")])
      expect(await see("/klaim?tahap=to-do", actor)).not.toContain(fullName);
    const file = await pages.post("/klaim/berkas?tahap=to-do", { bentuk: "csv" }, manager);
    expect(file.html).toContain(path.split("/").at(-1));
    expect(file.html).not.toContain(fullName);
  });

  it("is read and not opened by the head of the village; another village finds neither", async () => {
    const { path } = await aCase();
    const head = anActor(test.app, "KDS", places.naras.code);
    expect(await see("/klaim", head)).not.toContain("/klaim/KL-");
    expect((await pages.get(path, head)).status).toBe(403);
    const other = anActor(test.app, "OPR", places.kampung.code);
    expect((await pages.get(path, other)).status).toBe(404);
    expect((await send(path, { langkah: "look", alasan: "audit" }, other)).status).toBe(404);
    expect(await see("/klaim", other)).toContain("Tidak ada klaim yang menunggu Anda.");
  });

  it("hands an answer to whoever answers: a branch its files, the city a refusal", async () => {
    const { path } = await aCase();
    await gather(path);
    await step(path, "hand-in", { hari: "2027-06-12" }, operator);
    expect(await see("/kerja", officer)).toContain("Tindak lanjuti klaim 1 keluarga");
    await step(path, "refuse", { hari: "2027-06-12", alasan: "not-paid" }, officer);
    expect(await see("/kerja", officer)).not.toContain("Tindak lanjuti klaim");
    expect(await see("/kerja", manager)).toContain("Tindak lanjuti klaim 1 keluarga");
  });
});

describe("what others see of a case", () => {
  it("whoever has the code of the report reads where it stands, without amount or name", async () => {
    const { report, path } = await aCase();
    const [, code] = /KJ-((?:[2-9A-Z]{4}-?){3})/.exec(await see(report, operator))!;
    const tracked = async () => (await pages.get(`/lacak/KJ${code!.replaceAll("-", "")}`)).html;
    expect(await tracked()).toContain("Surat sedang dikumpulkan bersama desa atau kelurahan");
    await gather(path);
    await step(path, "hand-in", { hari: "2027-06-12" }, operator);
    expect(await tracked()).toContain("Surat diperiksa BPJS sejak 12 Juni 2027.");
    await step(path, "accept", { hari: "2027-06-12" }, officer);
    await step(path, "pay", { hari: "2027-06-12", "jumlah-funeral": "10.000.000" }, officer);
    const html = await tracked();
    expect(html).toContain("Keluarga sudah menerima haknya");
    for (const hidden of ["10.000.000", fullName, path.split("/").at(-1)!])
      expect(html).not.toContain(hidden);
  });

  it("a sponsor reads that the family is accompanied, and no kind, day or sum; of an accident nothing", async () => {
    const { path } = await aCase();
    await drainToEmpty(test.app);
    const html = await see("/sponsor/saya", sponsor);
    for (const hidden of [path.split("/").at(-1)!, "42.000.000", "10 Juni 2027", "Klaim"])
      expect(html).not.toContain(hidden);
    expect((await pages.get(path, sponsor)).status).toBe(403);
    expect(html).toContain("Keluarganya didampingi.");
  });

  it("a sponsor reads nothing of the accident of a worker who lives", async () => {
    await aCase("work-accident", "hospital-letter");
    await drainToEmpty(test.app);
    expect(await see("/sponsor/saya", sponsor)).not.toContain("didampingi");
  });

  it("the page of the worker leads to the case", async () => {
    const { path } = await aCase();
    expect(await see(`/pekerja/${person.code}`, operator)).toContain(`href="${path}"`);
  });
});
