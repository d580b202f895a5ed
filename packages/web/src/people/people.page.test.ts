import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { advanceImport, applyImport, receiveImport } from "@tuwai/server/imports";
import { judgePersons } from "@tuwai/server/eligibility";
import { listWorkers } from "@tuwai/server/workers";
import { ensureRegions } from "@tuwai/server/regions";
import { anActor, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages, searchFor } from "#testing";

const test = testDatabase();
const naras = "13.77.02.2015";
const nik = "1377920105790001";
const rows = [
  "No;Nama Lengkap;NIK;No KK;Tgl Lahir;L/P;Pekerjaan;Alamat;No HP",
  `1;ROSMANIAR ZEN;${nik};1377920101100001;01/05/1979;P;Nelayan;Dusun Tangah;081234567890`,
  "2;ALI;1377920107600007;;01/07/1960;L;Tani;;",
  "3;BUDI <b>;1377920108600008;;01/08/1960;L;Ojek;;",
];
let pages: Pages;
let operator: Actor;

beforeEach(async () => {
  await ensureRegions(test.app);
  pages = await openPages(test.app);
  operator = anActor(test.app, "OPR", naras);
});

describe("the list of workers", () => {
  it("says why it is empty and what fills it", async () => {
    const { status, html } = await pages.get("/pekerja", operator);
    expect(status).toBe(200);
    expect(html).toContain("Belum ada pekerja di Naras I");
    expect(html).toContain('href="/impor/baru"');
    expect(html).not.toContain("<script");
  });

  it("shows who is there with stage and code, and no number of anybody", async () => {
    await fill();
    const { html } = await pages.get("/pekerja", operator);
    expect(html).toContain("ROSMANIAR ZEN");
    expect(html).toContain("3 orang dalam daftar");
    expect(html).toContain("Calon");
    expect(html).toContain("nelayan");
    expect(html).not.toMatch(/\d{16}/);
    expect(html).toContain("BUDI &lt;b&gt;");
  });

  it("keeps filters in the address, as chips that remove themselves", async () => {
    await fill();
    const { html } = await searchFor(pages, operator, {
      cari: "ali",
      pekerjaan: "farm-labourer",
      urut: "code",
    });
    expect(html).toContain('value="ali"');
    expect(html).toMatch(/href="\/pekerja\?pekerjaan=farm-labourer&amp;urut=code"[^>]*>ali/);
    const none = await searchFor(pages, operator, { cari: "tidak-ada" });
    expect(none.html).toContain("Tidak ada yang cocok dengan saringan ini");
    expect(none.html).toContain("Hapus saringan");
  });

  it("gives a camat initials and neither name search nor order by name", async () => {
    await fill();
    const camat = anActor(test.app, "CMT", "13.77.02");
    const { html } = await pages.get("/pekerja", camat);
    expect(html).toContain("R. Z.");
    expect(html).not.toMatch(/rosmaniar/i);
    expect(html).toContain("Cari kode pekerja");
    expect((await pages.get("/pekerja?urut=name", camat)).status).toBe(422);
  });

  it("is refused to roles without workers, and asks strangers to sign in", async () => {
    expect((await pages.get("/pekerja", anActor(test.app, "EXE"))).status).toBe(403);
    expect((await pages.get("/pekerja")).headers.get("location")).toContain("/masuk");
  });
});

describe("one worker", () => {
  it("shows stage and next step, where facts come from, reasons and the clock", async () => {
    const code = await fill();
    const { html } = await pages.get(`/pekerja/${code}`, operator);
    expect(html).toContain("Langkah berikutnya");
    expect(html).toContain("1 Mei 1979");
    expect(html).toContain("••••••••••••••••");
    expect(html).toContain("0812-3456-7890");
    expect(html).toContain("Lengkapi data yang belum diketahui");
    expect(html).toContain("Asal data");
    expect(html).toMatch(/href="\/impor\/IM-/);
    expect(html).toContain("Belum dicocokkan dengan daftar pegawai");
    expect(html).toContain("Pendaftaran ini tidak mengurangi bantuan sosial");
    expect(html).toContain("Jam perlindungan");
    expect(html).toContain("Belum terdaftar");
    expect(html).toContain("Ada di daftar yang disimpan");
    expect(html).not.toMatch(/\d{16}/);
    expect(html).not.toContain("Tampilkan NIK");
    expect(html).not.toContain("Desil");
    expect(/<title>[^<]*rosmaniar/i.test(html)).toBe(false);
  });

  it("shows a role no line for what it may not know", async () => {
    const code = await fill();
    const camat = await pages.get(`/pekerja/${code}`, anActor(test.app, "CMT", "13.77.02"));
    expect(camat.html).toContain("45–54");
    for (const hidden of ["ROSMANIAR", "1 Mei 1979", "Dusun Tangah", "0812-", "Asal data", "Riwayat"])
      expect(camat.html).not.toContain(hidden);
    const manager = await pages.get(`/pekerja/${code}`, anActor(test.app, "MGR"));
    expect(manager.html).toContain("08••••••890");
    expect(manager.html).not.toContain("Nomor KK");
    expect(manager.html).toContain(`/pekerja/${code}/nik`);
  });

  it("promises no judgement to an officer of the village, who never gets one", async () => {
    const code = await fill("village-officers");
    const { html } = await pages.get(`/pekerja/${code}`, operator);
    expect(html).toContain("Perangkat desa dicatat, tetapi tidak dinilai");
    expect(html).not.toContain("Ini berjalan sendiri");
  });

  it("of another village is as missing as one that does not exist", async () => {
    const code = await fill();
    const stranger = anActor(test.app, "OPR", "13.77.02.2016");
    const found = await pages.get(`/pekerja/${code}`, stranger);
    const missing = await pages.get("/pekerja/PK-2222-22", stranger);
    expect(found.status).toBe(404);
    expect(found.html).toBe(missing.html);
  });
});

describe("opening a NIK", () => {
  it("asks for the password first, then for the reason, and shows the number once", async () => {
    const code = await fill();
    const officer = anActor(test.app, "DAT");
    const door = await pages.get(`/pekerja/${code}/nik`, officer);
    expect(door.headers.get("location")).toBe(`/masuk/ulang?lanjut=%2Fpekerja%2F${code}%2Fnik`);
    const proven: Actor = { ...officer, steppedUpAt: new Date() };
    const asked = await pages.get(`/pekerja/${code}/nik`, proven);
    expect(asked.html).toContain("Untuk apa?");
    expect(asked.html).not.toContain(nik);
    const lacking = await pages.post(`/pekerja/${code}/nik`, {}, proven);
    expect(lacking.status).toBe(422);
    const shown = await pages.post(`/pekerja/${code}/nik`, { tujuan: "repair-data" }, proven);
    expect(shown.html).toContain(nik);
    expect(shown.html).toContain("29");
    expect(shown.headers.get("cache-control")).toBe("no-store");
    expect((await pages.get(`/pekerja/${code}/nik`, proven)).html).not.toContain(nik);
  });

  it("is not for operators", async () => {
    const code = await fill();
    const proven: Actor = { ...operator, steppedUpAt: new Date() };
    expect((await pages.get(`/pekerja/${code}/nik`, proven)).status).toBe(403);
    expect((await pages.post(`/pekerja/${code}/nik`, { tujuan: "claim" }, proven)).status).toBe(403);
  });
});

/** All that histories, proxies and other sites learn of an answer. */
const told = ({ headers, html }: Awaited<ReturnType<Pages["get"]>>) =>
  `${headers.get("location") ?? ""} ${[...html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, to]) => to).join(" ")}`;

describe("searching for somebody", () => {
  it("leaves neither name nor NIK in any address, and keeps the search when one pages, sorts or goes back", async () => {
    await fill();
    for (const typed of ["rosmaniar", nik, "1377 9201 0579 0001"]) {
      const found = await searchFor(pages, operator, { cari: typed, urut: "code" });
      expect(found.location).toMatch(/^\/pekerja\?urut=code&pencarian=[\da-f]{10}$/);
      expect(found.html).toContain("ROSMANIAR ZEN");
      expect(found.html).toContain("1 orang dalam daftar");
      expect(found.html.replaceAll(/\D/g, " ")).not.toContain(nik);
      for (const answer of [found.sent, found.list]) expect(told(answer)).not.toMatch(/rosmaniar|\d{16}/i);
      const sorted = found.location.replace("code", "name");
      expect((await pages.get(sorted, operator, { cookie: found.cookie })).html).toContain(
        "1 orang dalam daftar",
      );
      const cleared = await pages.post("/pekerja", { cari: "" }, operator, { cookie: found.cookie });
      expect(cleared.headers.get("location")).toBe("/pekerja");
    }
  });

  it("keeps a number while filters change, although its digits are not shown again", async () => {
    await fill();
    const { location, cookie } = await searchFor(pages, operator, { cari: nik });
    const pencarian = new URL(location, "http://x").searchParams.get("pencarian")!;
    const narrowed = await pages.post("/pekerja", { cari: "", pencarian, tahap: "linked" }, operator, {
      cookie,
    });
    expect(narrowed.headers.get("location")).toBe(`/pekerja?tahap=linked&pencarian=${pencarian}`);
  });

  it("means nothing to anybody else, who is told to type it again", async () => {
    await fill();
    const { location, cookie } = await searchFor(pages, operator, { cari: "ali" });
    const other = await pages.get(location, anActor(test.app, "MGR"), { cookie });
    expect(other.html).toContain("Ketik lagi di kotak cari");
    expect(other.html).toContain("ROSMANIAR ZEN");
  });

  it("takes a name out of an address somebody wrote by hand, also on the way to the sign-in page", async () => {
    await fill();
    const away = await pages.get("/pekerja?cari=rosmaniar&urut=code", operator);
    expect(away.headers.get("location")).toMatch(/^\/pekerja\?urut=code&pencarian=/);
    const door = await pages.get("/pekerja?cari=rosmaniar&urut=code");
    expect(door.headers.get("location")).toBe("/masuk?lanjut=%2Fpekerja%3Furut%3Dcode");
  });

  it("by NIK is for those who enter persons or may see numbers; others read why not", async () => {
    await fill();
    const camat = anActor(test.app, "CMT", "13.77.02");
    const refused = await pages.post("/pekerja", { cari: nik }, camat);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Peran Anda tidak mencari orang dengan NIK");
    await expect(listWorkers(test.app, camat, { q: nik })).rejects.toMatchObject({ code: "invalid-input" });
    const other = anActor(test.app, "OPR", "13.77.02.2016");
    expect((await listWorkers(test.app, other, { q: nik })).total).toBe(0);
  });

  it.each([
    "/cakupan?cari=",
    "/en/pekerja?cari=",
    "/pekerja/",
    "/impor?jenis=",
    "/masuk?lanjut=%2Fpekerja%3Fcari%3D",
  ])("a NIK in the address is refused in words and repeated nowhere: %s", async (path) => {
    const arabic = "١٣٧٧٩٢٠١٠٥٧٩٠٠٠١";
    for (const written of [nik, "1377.9201.0579.0001", "1377%209201%200579%200001", twice(nik), arabic]) {
      const answer = await pages.get(path + written, operator);
      expect(answer.status).toBe(422);
      expect(answer.html).toMatch(/NIK tidak boleh ada di alamat|A NIK must not stand in an address/);
      expect(told(answer) + answer.html).not.toMatch(/\d{16}|1377.?9201.?0579|%31|١٣/);
    }
  });
});

describe("exporting the list", () => {
  it("asks for password and reason, then gives a file with the filters of the screen", async () => {
    await fill();
    expect((await pages.get("/pekerja/ekspor", operator)).headers.get("location")).toContain("/masuk/ulang");
    const proven: Actor = { ...operator, steppedUpAt: new Date() };
    const { location, cookie } = await searchFor(pages, operator, { cari: "ali" });
    const { search } = new URL(location, "http://x");
    const page = await pages.get(`/pekerja/ekspor${search}`, proven, { cookie });
    expect(page.html).toContain("1 orang menurut saringan Anda");
    expect(page.html).toContain(`action="/pekerja/berkas${search}"`);
    const lacking = await pages.post(`/pekerja/berkas${search}`, { bentuk: "csv" }, proven, { cookie });
    expect(lacking.headers.get("location")).toBe(`/pekerja/ekspor${search}&kurang=ya`);
    const form = { tujuan: "report", bentuk: "csv" };
    const file = await pages.post(`/pekerja/berkas${search}`, form, proven, { cookie });
    expect(file.headers.get("content-disposition")).toMatch(/pekerja-EX-.*\.csv/);
    expect(file.html).toContain("ALI;Naras I");
    expect(file.html).not.toMatch(/rosmaniar/i);
    expect(file.html).not.toMatch(/\d{16}/);
    expect((await pages.get(`/pekerja/berkas${search}`, proven)).headers.get("location")).toBe(
      `/pekerja/ekspor${search}`,
    );
    // In a browser that does not have the search, the file would hold everybody: it leads back to the list instead.
    const lost = await pages.post(`/pekerja/berkas${search}`, form, proven);
    expect(lost.headers.get("location")).toBe(`/pekerja${search}`);
  });

  it("is refused to whoever may look but not export", async () => {
    const head: Actor = { ...anActor(test.app, "KDS", naras), steppedUpAt: new Date() };
    expect((await pages.get("/pekerja/ekspor", head)).status).toBe(403);
    expect((await pages.post("/pekerja/berkas", { tujuan: "report" }, head)).status).toBe(403);
  });
});

/** The list applied and judged; the code of Rosmaniar. */
async function fill(kind: "village-list" | "village-officers" = "village-list"): Promise<string> {
  const { app } = test;
  const { batch } = await receiveImport(app, operator, {
    operationId: app.newId(),
    kind,
    fileName: "daftar.csv",
    path: fileWith(rows.join("\n").replace("Pekerjaan", kind === "village-list" ? "Pekerjaan" : "Jabatan")),
  });
  await advanceImport(app, batch.id);
  await applyImport(app, operator, { operationId: app.newId(), batchId: batch.id });
  await advanceImport(app, batch.id);
  await judgePersons(app, { all: true });
  const { rows: workers } = await listWorkers(app, operator, { q: "rosmaniar", page: 1 });
  return workers[0]!.code!;
}

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "tuwai-list-")), "daftar.csv");
  writeFileSync(path, text);
  return path;
}

/** A digit as %2531: encoded, and what came of it encoded again. */
const twice = (digits: string) => digits.replaceAll(/\d/g, (digit) => `%253${digit}`);
