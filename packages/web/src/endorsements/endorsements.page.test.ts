import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { judgePersons } from "@tuwai/server/eligibility";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase({ now: "2026-11-21T01:00:00Z" });
const naras = places.naras.code;
let pages: Pages;
let operator: Actor;
let head: Actor;
let fisher: { readonly id: string; readonly code: string };

beforeEach(async () => {
  const { app } = test;
  pages = await openPages(app);
  await insertPlaces(app);
  [operator, head] = [anActor(app, "OPR", naras), anActor(app, "KDS", naras)];
  const list = await insertBatch(app, "village-list");
  for (const kind of ["civil-servants", "bpjs-members"] as const)
    await insertRecord(app, { id: await insertBatch(app, kind), kind }, { name: "Seseorang Lain" });
  const worker = (name: string, birthDate: string, serial: number) =>
    insertPerson(app, list, {
      name,
      birthDate,
      nik: `137793010780000${serial}`,
      sex: "male",
      occupationGroup: "nelayan",
    });
  fisher = await worker("Amran", "1980-07-01", 1);
  await worker("Basri", "1980-07-01", 2);
  await worker("Chairul", "1940-07-01", 3);
  await judgePersons(app, { all: true });
});

async function propose(): Promise<string> {
  const sent = await pages.post("/penetapan", { setuju: "ya" }, operator);
  expect(sent.status).toBe(303);
  return sent.headers.get("location")!;
}
const act = (path: string, aksi: string, more: Record<string, string> = {}, as = head) =>
  pages.post(path, { aksi, versi: "1", ...more }, as);

describe("a village before it proposes", () => {
  it("shows how many are ready, what stands in the way in words, and everybody with the reasons", async () => {
    const { status, html } = await pages.get("/penetapan", operator);
    expect(status).toBe(200);
    expect(html).toContain("2 dari 3 orang siap diajukan.");
    expect(html).toContain("Melewati batas umur pendaftaran: 1 orang");
    expect(html).toContain("Umur 86 tahun; pendaftaran sebelum 65 tahun");
    expect(html).toContain("Ajukan 2 orang");
    expect(html).toContain("Menunggu persetujuan dicatat");
    expect(html).not.toContain("<script");
    const old = await pages.get("/penetapan?hasil=tidak-layak", operator);
    expect(old.html).toContain("Chairul");
    expect(old.html).not.toContain("Basri");
  });
  it("cannot propose without the declaration of consent", async () => {
    const { status, html } = await pages.post("/penetapan", {}, operator);
    expect(status).toBe(422);
    expect(html).toContain("Centang pernyataan persetujuan");
    expect(await readRows(test.app, "select 1 as one from app.endorsements")).toEqual([]);
  });
  it("takes no identity number in the note", async () => {
    const { status, html } = await pages.post(
      "/penetapan",
      { setuju: "ya", catatan: "NIK 1377930107800001" },
      operator,
    );
    expect(status).toBe(422);
    expect(html).toContain("Hapus angka panjang");
  });
  it("leads to the list it proposed, with the consents recorded under the text that was shown", async () => {
    const path = await propose();
    expect(path).toMatch(/^\/penetapan\/[0-9a-f-]{36}$/);
    expect(await readRows(test.app, "select distinct text_version from app.consents")).toEqual([
      { textVersion: "penetapan-1" },
    ]);
    const again = await pages.get("/penetapan", operator);
    expect(again.html).toContain("Satu daftar sedang menunggu pengesahan");
    expect(again.html).not.toContain("Ajukan 2 orang");
  });
  it("is endorsed by its head, who is offered no proposal", async () => {
    expect((await pages.get("/penetapan", head)).html).not.toContain("Pernyataan persetujuan");
    expect((await pages.post("/penetapan", { setuju: "ya" }, head)).status).toBe(403);
  });
});

describe("a proposed list", () => {
  it("says how many, how chosen, who is left out and why, and who decides", async () => {
    const { html } = await pages.get(await propose(), head);
    expect(html).toContain("2 orang diajukan, 1 tidak ikut.");
    expect(html).toContain("Melewati batas umur pendaftaran: 1 orang");
    expect(html).toContain("Ini daftar pertama desa ini.");
    expect(html).toContain("pekerjaan berbahaya");
    expect(html).toContain("Anda bukan pengajunya");
    expect(html).toContain("Sahkan 2 orang");
  });
  it("is endorsed by the head, once", async () => {
    const path = await propose();
    const done = await act(path, "sahkan");
    expect([done.status, done.headers.get("location")]).toEqual([303, path]);
    const after = await pages.get(path, head);
    expect(after.html).toContain("Daftar ini sudah disahkan.");
    expect(after.html).not.toContain("Sahkan 2 orang");
  });
  it("is returned only with a note, which then stands on it", async () => {
    const path = await propose();
    expect((await act(path, "kembalikan")).html).toContain("Tulis apa yang perlu diperbaiki.");
    expect((await act(path, "kembalikan", { catatan: "Hubungi 0812 3456 7890" })).status).toBe(422);
    expect((await act(path, "kembalikan", { catatan: "Basri sudah pindah" })).status).toBe(303);
    expect((await pages.get(path, operator)).html).toContain("Basri sudah pindah");
  });
  it("leaves somebody out with a reason of the closed list, and the operator takes them in again", async () => {
    const path = await propose();
    const form = await pages.get(`${path}?keluarkan=${fisher.code}`, head);
    expect(form.html).toContain("Keluarkan Amran dari daftar");
    const asked = `${path}?keluarkan=${fisher.code}`;
    expect((await act(asked, "keluarkan", { orang: fisher.id, alasan: "gosip" })).html).toContain(
      "Pilih satu alasan.",
    );
    expect((await act(path, "keluarkan", { orang: fisher.id, alasan: "moved-away" })).status).toBe(303);
    const out = await pages.get(path, operator);
    expect(out.html).toContain("Pindah: 1 orang");
    expect(out.html).toContain("Masukkan lagi Amran");
    expect((await act(path, "masukkan", { orang: fisher.id, versi: "2" }, operator)).status).toBe(303);
    expect((await pages.get(path, head)).html).toContain("Sahkan 2 orang");
  });
  it("that changed while it was read is shown anew before anybody signs", async () => {
    const path = await propose();
    await act(path, "keluarkan", { orang: fisher.id, alasan: "declined" }, operator);
    const late = await act(path, "sahkan");
    expect(late.status).toBe(409);
    expect(late.html).toContain("Daftar ini berubah sejak Anda membukanya");
    expect(late.html).toContain("Sahkan 1 orang");
  });
  it("with somebody who died since is not endorsed, and says by code who", async () => {
    const path = await propose();
    await readRows(test.app, "update app.persons set died_on = '2026-11-20' where id = ?", fisher.id);
    const { status, html } = await act(path, "sahkan");
    expect(status).toBe(422);
    expect(html).toContain(fisher.code);
  });
  it("tells its proposer that somebody else decides", async () => {
    const { html } = await pages.get(await propose(), operator);
    expect(html).toContain("orang lain yang mengesahkannya");
    expect(html).not.toContain("Sahkan 2 orang");
  });
  it("prints everybody who is on it, numbered, as personal data", async () => {
    const { html } = await pages.get(`${await propose()}/cetak`, head);
    expect(html).toContain("Berisi data pribadi");
    expect(html).toContain("Amran");
    expect(html).toContain("Basri");
    expect(html).not.toContain("Chairul");
  });
});

describe("access", () => {
  it("the camat, the data officer and the auditor read, and find nothing to press", async () => {
    const path = await propose();
    const readers = [
      anActor(test.app, "CMT", places.naras.kecamatan),
      anActor(test.app, "DAT"),
      anActor(test.app, "AUD"),
    ];
    for (const reader of readers) {
      const { status, html } = await pages.get(path, reader);
      expect([reader.role, status]).toEqual([reader.role, 200]);
      expect(html, reader.role).toContain("Daftar ini menunggu kepala desa");
      expect(html, reader.role).not.toMatch(/name="aksi"/);
      expect((await act(path, "sahkan", {}, reader)).status, reader.role).toBe(403);
      expect((await pages.get("/penetapan", reader)).html, reader.role).toContain("PTP-");
    }
    expect((await pages.get(path, readers[0])).html).not.toContain("Amran");
  });
  it("another village, kecamatan or city finds nothing, exactly as if there were nothing", async () => {
    const path = await propose();
    const strangers = [
      anActor(test.app, "OPR", places.kampung.code),
      anActor(test.app, "KDS", places.kampung.code),
      anActor(test.app, "CMT", places.kampung.kecamatan),
      anActor(test.app, "MGR", undefined, "13.76"),
    ];
    for (const stranger of strangers) {
      expect((await pages.get(path, stranger)).status, stranger.role).toBe(404);
      expect((await pages.get(`${path}/cetak`, stranger)).status, stranger.role).toBe(404);
      expect((await pages.get("/penetapan", stranger)).html, stranger.role).not.toContain("Amran");
    }
    expect((await act(path, "sahkan", {}, strangers[1])).status).toBe(404);
    expect((await pages.get("/penetapan/x", head)).status).toBe(404);
    expect((await act(path, "keluarkan", { orang: "x", alasan: "declined" })).status).toBe(404);
  });
  it.each(["BPJ", "FIN", "BKP", "EXE", "SPN"] as const)("%s is refused", async (role) => {
    expect((await pages.get("/penetapan", anActor(test.app, role, "x"))).status).toBe(403);
  });
});
