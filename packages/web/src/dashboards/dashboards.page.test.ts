import { beforeEach, expect, it } from "vitest";
import { refreshCover } from "@tuwai/server/cover";
import { refreshDashboards } from "@tuwai/server/dashboards";
import { refreshFigures } from "@tuwai/server/figures";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
const { naras, kampung } = places;

const tell = (personId: string, type: string, on: string, month: string | null) =>
  readRows(
    test.app,
    `insert into app.cover_events (region_code, id, village_code, kecamatan_code, person_id, type, effective_on, recorded_at, month, evidence_type, evidence_id, natural_key)
     select region_code, gen_random_uuid(), village_code, kecamatan_code, id, ?, ?::date, ?::date, ?::date, 'test', '1', ? from app.persons where id = ? returning 1`,
    type,
    on,
    on,
    month,
    `${type}${month}`,
    personId,
  );

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  const ids: string[] = [];
  for (let n = 0; n < 24; n += 1) {
    const place = n % 2 === 0 ? naras : kampung;
    const list = await insertBatch(app, "village-list", place);
    ids.push((await insertPerson(app, list, { name: `Pekerja Rahasia ${n}`, place })).id);
  }
  for (const id of ids.slice(0, 12)) {
    await tell(id, "registered", "2026-06-01", null);
    await tell(id, "accepted", "2026-06-02", null);
    for (const month of ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"])
      await tell(id, "paid", `${month}-10`, `${month}-01`);
  }
  await refreshCover(app, { personIds: ids });
  await refreshFigures(app);
  await refreshDashboards(app);
  pages = await openPages(app);
});

const manager = () => anActor(test.app, "MGR");

it("says what it found in the title of each chart, with its table in the page and no name in it", async () => {
  const { status, html } = await pages.get("/dasbor", manager());
  expect(status).toBe(200);
  expect(html).toContain("12 pekerja rentan terlindungi pada Oktober 2026");
  expect(html).not.toContain("Rahasia");
  for (const chart of ["tren", "desa", "tahap", "kelompok", "mutu"]) expect(html).toContain(`id="${chart}"`);
  expect(html.match(/<table/g)!.length).toBeGreaterThanOrEqual(html.match(/chart-narrow/g)!.length);
  const english = (await pages.get("/en/dasbor", manager())).html;
  expect(english).toContain("12 vulnerable workers protected in October 2026");
});

it("shows a chart as its table by its address, and the villages in other forms", async () => {
  const { html } = await pages.get("/dasbor?tabel=tahap&lihat=petak", manager());
  expect(html.split('id="tahap"')[1]).toMatch(/^[^§]*?drawn-away/);
  expect((await pages.get("/dasbor?urut=belum&semua=1", manager())).status).toBe(200);
});

it("is filtered by area and month in its address; an earlier month says only what it can still know", async () => {
  const chosen = await pages.get(`/dasbor?wilayah=${naras.code}&bulan=2026-08`, manager());
  expect(chosen.headers.get("location")).toBe(
    `/dasbor/${naras.code.slice(0, 8)}/${naras.code}?bulan=2026-08`,
  );
  const { html } = await pages.get("/dasbor?bulan=2026-08", manager());
  expect(html).toContain('id="tren"');
  for (const ofToday of ["tahap", "kelompok", "mutu", "tindak"])
    expect(html).not.toContain(`id="${ofToday}"`);
  expect((await pages.get("/dasbor?bulan=2026-11", manager())).status).toBe(404);
});

it("leads from each stage to a list of as many people", async () => {
  const { html } = await pages.get("/dasbor", manager());
  const links = [...html.matchAll(/href="(\/pekerja\?posisi=[a-z]+)">[^<]*\((\d+)\)/g)];
  expect(links.length).toBeGreaterThan(1);
  for (const [, href, people] of links)
    expect((await pages.get(href!, manager())).html).toContain(`${people} orang dalam daftar`);
});

it("gives each chart as a file that Indonesian Excel opens, as a workbook and as a picture", async () => {
  const file = (query: string) => pages.get(`/dasbor/berkas?grafik=tahap&${query}`, manager());
  const csv = await file("bentuk=csv");
  expect(csv.html).toMatch(/^\uFEFF?Tahap;Sekarang;/);
  const svg = (await file("bentuk=svg")).html;
  expect(svg.startsWith("<svg xmlns=")).toBe(true);
  const shared = (await file("bentuk=kartu")).html;
  expect(shared).toContain("TuWai KeTan");
  for (const carried of [csv.html, svg, shared]) expect(carried).toContain("bukan untuk umum");
  expect((await file("bentuk=xlsx")).html.startsWith("PK")).toBe(true);
  expect((await pages.get("/dasbor/berkas?grafik=ada&bentuk=csv", manager())).status).toBe(404);
});

const asked = (path: string, actor = manager()) => pages.get(path, actor, { accept: "text/html,*/*;q=0.8" });

it("says on a page in the reader's language why there is no such file, with a way back", async () => {
  const failing = [
    [404, "Halaman ini tidak ditemukan", await asked("/dasbor/berkas?grafik=nope")],
    [422, "Isian ini tidak dapat diterima", await asked("/dasbor/berkas?grafik=tahap&bentuk=exe")],
    [404, "Halaman ini tidak ditemukan", await asked("/laporan/2026-11/berkas")],
    [404, "Halaman ini tidak ditemukan", await asked("/laporan/abc/berkas")],
    [404, "This page was not found", await asked("/en/laporan/2026-11/berkas")],
    [
      403,
      "Halaman ini bukan untuk peran Anda",
      await asked("/laporan/2026-10/berkas", anActor(test.app, "CMT", naras.kecamatan)),
    ],
    [
      422,
      "Isian ini tidak dapat diterima",
      await asked("/impor/templat/village-list?bentuk=exe", anActor(test.app, "OPR", naras.code)),
    ],
  ] as const;
  for (const [status, said, { status: found, headers, html }] of failing) {
    expect([found, headers.get("content-type")]).toEqual([status, "text/html; charset=utf-8"]);
    expect(html).toMatch(new RegExp(`<h1[^>]*>${said}`));
    expect(html).toMatch(/href="\/(en)?"/);
  }
});

it("refuses a note with an identity number, and says why", async () => {
  const sent = await pages.post(
    "/dasbor",
    { grafik: "tahap", catatan: "NIK 1377930101800001 Budi" },
    manager(),
  );
  expect(decodeURIComponent(sent.headers.get("set-cookie") ?? "")).toContain("nomor 16 angka");
  expect((await pages.get("/dasbor", manager())).html).not.toContain("Budi");
});

const card = async (chart: string) =>
  (await pages.get(`/dasbor/berkas?grafik=${chart}&bentuk=kartu`, manager())).html;

it("tells no small number on a card, neither of a village nor of the city, whoever made it", async () => {
  expect(await card("desa")).not.toMatch(/Naras|Kampung/);
  await readRows(
    test.app,
    "update app.persons set target_group = 'religious' where id in (select id from app.persons limit 15) returning 1",
  );
  await refreshDashboards(test.app);
  expect(await card("kelompok")).not.toMatch(/, \d dari/);
});

it("keeps a note beside its chart, signed by a role; whoever may not write has no form", async () => {
  const sent = await pages.post("/dasbor", { grafik: "tahap", catatan: "Naik setelah rakor." }, manager());
  expect(sent.status).toBe(303);
  expect((await pages.get("/dasbor", manager())).html).toContain("Naik setelah rakor.");
  const { html } = await pages.get("/dasbor", anActor(test.app, "EXE"));
  expect(html).toContain("Naik setelah rakor.");
  expect(html).not.toContain('name="catatan"');
});

it("opens on what its reader answers for, and nowhere else", async () => {
  const operator = anActor(test.app, "OPR", naras.code);
  const { html } = await pages.get("/dasbor", operator);
  expect(html).toContain("Dasbor Naras");
  const other = `/dasbor/${kampung.kecamatan}/${kampung.code}`;
  expect((await pages.get(other, operator)).status).toBe(404);
  expect((await pages.get("/dasbor", anActor(test.app, "BND"))).status).toBe(403);
});

it("tells no small number to whoever sees summaries only", async () => {
  const leader = anActor(test.app, "EXE");
  const { html } = await pages.get("/dasbor", leader);
  expect(html).toContain("kurang dari 10");
  expect(html).not.toMatch(/href="\/dasbor\/\d/);
  const narrow = [`/dasbor/${naras.kecamatan}`, `/dasbor/${naras.kecamatan}/${naras.code}`];
  const files = [`kecamatan=${naras.kecamatan}`, `kecamatan=${naras.kecamatan}&desa=${naras.code}`].map(
    (place) => `/dasbor/berkas?grafik=tren&bentuk=csv&${place}`,
  );
  const ahead = `/dasbor/perkiraan?daerah=${naras.code}`;
  for (const path of [...narrow, ...files, ahead]) expect((await pages.get(path, leader)).status).toBe(404);
});

it("counts villages without a budget of all of them, and opens the list of exactly these", async () => {
  const { html } = await pages.get("/sorot", manager());
  const link = html.match(/href="(\/anggaran\/komitmen\?[^"]+)"/)![1]!.replaceAll("&amp;", "&");
  expect(link).toBe("/anggaran/komitmen?tahun=2027&kelompok=semua&keadaan=belum-dianggarkan");
  const said = html.match(/>(\d+)<\/span><span><b>dari (\d+) desa dan kelurahan belum menganggarkan 2027/)!;
  expect(Number(said[1])).toBeGreaterThan(0);
  expect((await pages.get(link, manager())).html).toContain(
    `${said[1]} dari ${said[2]} desa dan kelurahan perlu iuran 2027`,
  );
});

it("has a report of each complete month as one file, and none of a month that is not complete", async () => {
  expect((await pages.get("/laporan", manager())).html).toContain("/laporan/2026-10/berkas");
  const [newest, older, open] = [
    await pages.get("/laporan/2026-10/berkas", manager()),
    await pages.get("/laporan/2026-08/berkas", manager()),
    await pages.get("/laporan/2026-12/berkas", manager()),
  ];
  expect([newest.status, newest.html.slice(0, 4)]).toEqual([200, "%PDF"]);
  expect([older.status, open.status]).toEqual([200, 404]);
});

it("shows who leads the city one number with what it is of, and keeps the wall free of names", async () => {
  const leader = anActor(test.app, "EXE");
  const { html } = await pages.get("/sorot", leader);
  expect(html).toContain("terlindungi");
  expect(html).toContain("Tiga keputusan menunggu Anda");
  // Only what its reader may open is a link; nothing is copied for a speech before there is a release.
  expect(html).not.toMatch(/href="\/(klaim|kepesertaan\/tunggakan)"/);
  expect(html).not.toContain('id="sambutan"');
  expect(html).not.toContain("Rahasia");
  const wall = (await pages.get("/sorot/layar?layar=4", leader)).html;
  expect(wall.match(/data-slide="/g)).toHaveLength(6);
  expect(wall).toMatch(/data-slide="4"(?![^>]*hidden)/);
  expect(wall).not.toContain("Rahasia");
  expect((await pages.get("/sorot", anActor(test.app, "CMT", naras.kecamatan))).status).toBe(403);
});
