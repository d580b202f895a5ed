import { beforeEach, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { refreshFigures } from "@tuwai/server/figures";
import { listReleaseDrafts, publishReleases } from "@tuwai/server/releases";
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
let officer: Actor;
let protection: Actor;

/** 63 people on a list since September, of whom 22 are covered in October; another village has fewer than ten. */
beforeEach(async () => {
  await insertPlaces(test.app);
  pages = await openPages(test.app);
  officer = anActor(test.app, "DAT");
  protection = anActor(test.app, "DPO");
  for (const [place, people, covered] of [
    [places.naras, 63, 22],
    [places.kampung, 41, 3],
  ] as const) {
    const list = await insertBatch(test.app, "village-list", place);
    const { id } = await insertPerson(test.app, list, { name: "Pekerja", place });
    await readRows(test.app, "update app.persons set created_at = '2026-09-01' where id = ?", id);
    await readRows(
      test.app,
      `insert into app.persons (region_code, id, code, village_code, kecamatan_code, full_name, nik_status, created_at, updated_at)
       select region_code, gen_random_uuid(), code || n, village_code, kecamatan_code, 'Pekerja', 'kosong', created_at, created_at
       from app.persons, generate_series(2, ?::int) n where id = ?`,
      people,
      id,
    );
    await readRows(
      test.app,
      `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, as_of, at, marks_from, marks)
       select region_code, id, village_code, kecamatan_code, 'covered', true, '2026-11-21', now(), '2026-10-01', 'C'
       from app.persons where village_code = ? limit ?::int`,
      place.code,
      covered,
    );
  }
  await refreshFigures(test.app);
  await publishReleases(test.app);
});

const drafts = () => listReleaseDrafts(test.app, officer);

async function publish(): Promise<void> {
  const [draft] = await drafts();
  const path = `/admin/rilis/${draft!.id}`;
  await pages.post(path, { tindakan: "ajukan", versi: "1", operasi: test.app.newId() }, officer);
  await pages.post(path, { tindakan: "sahkan", versi: "2", operasi: test.app.newId() }, protection);
  await publishReleases(test.app);
}

it("waits at the desk of two persons, shows them what attacks found, and is public only after both", async () => {
  expect((await pages.get("/rilis")).html).toContain("Belum ada rilis");
  expect((await pages.get("/kerja", officer)).html).toContain("1 rilis bulanan menunggu diperiksa");
  const [draft] = await drafts();
  const { html } = await pages.get(`/admin/rilis/${draft!.id}`, officer);
  expect(html).toContain("Tidak satu pun angka tertutup dapat ditebak");
  expect(html).toContain("Sudah saya periksa, ajukan");
  expect(html).toContain("Angka yang akan terbit");
  for (const table of ["Desa, kecamatan, dan kota", "Kelompok pekerjaan"])
    expect(html.split(`data-label="Tabel">${table}<`)).toHaveLength(6);
  await publish();
  expect((await pages.get("/rilis")).html).toContain("/rilis/2026-10");
  const told = (await pages.get(`/admin/rilis/${draft!.id}`, protection)).html;
  expect(told).toContain("Tambahkan catatan pembetulan");
  expect(told).toContain("Angka yang terbit");
  expect(told).not.toContain("Angka yang akan terbit");
});

it("is refused to whoever saw an older state of it, with a sentence, and nothing changes", async () => {
  const [draft] = await drafts();
  const path = `/admin/rilis/${draft!.id}`;
  const { status, html } = await pages.post(
    path,
    { tindakan: "ajukan", versi: "7", operasi: test.app.newId() },
    officer,
  );
  expect(status).toBe(422);
  expect(html).toContain("sudah berubah sejak Anda membukanya");
  expect((await drafts())[0]!.state).toBe("prepared");
});

it("stands at an address with its citation, files and what earlier months became", async () => {
  await publish();
  const { html } = await pages.get("/rilis/2026-10");
  expect(html).toMatch(/kode 2026-10\/[0-9a-f]{8}/);
  expect(html).toContain("/rilis/2026-10/berkas/coverage.csv");
  const csv = await pages.get("/rilis/2026-10/berkas/coverage.csv");
  expect(csv.html).toContain("fewer-than-10");
  expect((await pages.get("/rilis/2026-10/berkas/semua.zip")).headers.get("content-type")).toBe(
    "application/zip",
  );
  expect((await pages.get("/rilis/2026-10/berkas/nama.csv")).status).toBe(404);
  expect((await pages.get("/rilis/2026-09")).status).toBe(404);
  expect((await pages.get("/data")).html).toContain("Kamus kolom");
});

it("names the village with fewer than ten, writes ranges, and shows nobody as all", async () => {
  await publish();
  const { html } = await pages.get("/cakupan?lihat=tabel");
  expect(html).toContain("&lt; 10");
  const cells = [...html.matchAll(/data-label="([^"]+)"[^>]*>(?:<strong>)?&lt; 10/g)].map(([, head]) => head);
  expect(new Set(cells)).toEqual(new Set(["Cakupan", "Terlindungi"]));
  expect(html).not.toMatch(/>3</);
  expect((await pages.get("/")).html).toContain("Paling perlu dibantu");
});
