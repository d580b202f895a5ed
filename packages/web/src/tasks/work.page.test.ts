import { describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import {
  insertBatch,
  insertPerson,
  insertPlaces,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { openPages } from "#testing";

const test = testDatabase({ now: "2026-11-21T01:00:00Z" });
const operator: Actor = {
  userId: "018f0000-0000-7000-8000-000000000001",
  role: "OPR",
  regionCode: "13.77",
  scope: "13.77.02.2015",
  displayName: "Bu Yeni",
};

describe("the first page after signing in", () => {
  it("greets by hour and name, names the role, and keeps the account behind the initials", async () => {
    const { status, html, headers } = await (await openPages(test.app)).get("/kerja", operator);
    expect(status).toBe(200);
    expect(html).toContain("Selamat pagi.");
    expect(html).toContain("Mulai dari sini, Bu Yeni");
    expect(html.match(/action="\/keluar"/g)).toHaveLength(1);
    expect(html).not.toContain("Akun Anda</h2>");
    expect(html).toContain("Operator desa/kelurahan");
    expect(html).toContain("Wilayah Anda");
    expect(html).not.toContain("<script");
    expect(headers.get("cache-control") ?? "").not.toContain("public");
  });
  it("shows a sponsor released figures only: exact ones belong to those who keep the lists", async () => {
    const sponsor: Actor = { ...operator, role: "SPN", scope: operator.userId };
    const { status, html } = await (await openPages(test.app)).get("/kerja", sponsor);
    expect(status).toBe(200);
    expect(html).not.toContain("Dihitung sekarang");
  });
  it("shows who stands beside the exact number, and why nobody of them is counted in it", async () => {
    await insertPlaces(test.app);
    const list = await insertBatch(test.app, "village-list");
    for (const [state, counts, beside] of [
      ["covered", true, null],
      ["grace-2", false, "grace"],
      ["grace-1", false, "waiting-first-payment"],
      ["grace-1", false, "waiting-first-payment"],
    ] as const) {
      const { id } = await insertPerson(test.app, list, { name: "Pekerja" });
      await readRows(
        test.app,
        `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, stands_beside, as_of, at)
         select region_code, id, village_code, kecamatan_code, ?, ?, ?, '2026-11-21', now() from app.persons where id = ?`,
        state,
        counts,
        beside,
        id,
      );
    }
    const pages = await openPages(test.app);
    const { html } = await pages.get("/kerja", { ...operator, scope: places.naras.code });
    expect(html).toContain("1 dari 4 pekerja terlindungi");
    expect(html).toContain("Di samping angka ini, tidak dihitung di dalamnya:");
    expect(html).toMatch(/<dt>Menunggak<\/dt><dd>1<\/dd>/);
    expect(html).toMatch(/<dt>Diterima BPJS, belum pernah dibayar<\/dt><dd>2<\/dd>/);
    expect(html).not.toContain("Hanya ada di daftar BPJS");
    const english = await pages.get("/en/kerja", { ...operator, scope: places.naras.code });
    expect(english.html).toContain("Accepted by BPJS, never paid");
  });
  it("tells what waits, why and for how long", async () => {
    const pages = await openPages(test.app);
    await insertPlaces(test.app);
    const list = await insertBatch(test.app, "village-list");
    await readRows(
      test.app,
      `update app.import_batches set counts = '{"repair": 6}', uploaded_at = '2026-11-20T01:00:00Z' where id = ?`,
      list,
    );
    const { html } = await pages.get("/kerja", { ...operator, scope: places.naras.code });
    expect(html).toContain("6 baris impor perlu diperbaiki");
    expect(html).toContain("Baris itu belum masuk daftar · ±6 menit");
    expect(html).toContain("1 hal menunggu Anda, Bu Yeni");
    const english = await pages.get("/en/kerja", { ...operator, scope: places.naras.code });
    expect(english.html).toContain("6 imported rows need repair");
  });
  it.each(["/kerja", "/kerja.data", "/kerja.data?_routes=work"])(
    "sends a stranger from %s to sign in",
    async (path) => {
      const { html, headers, status } = await (await openPages(test.app)).get(path);
      expect(`${status} ${headers.get("location") ?? ""} ${html}`).toMatch(/\/masuk\?lanjut=%2Fkerja/);
      expect(html).not.toContain("menunggu Anda");
    },
  );
  it("keeps the language when it sends somebody to sign in", async () => {
    const { headers } = await (await openPages(test.app)).get("/en/kerja?x=1");
    expect(headers.get("location")).toBe("/en/masuk?lanjut=%2Fen%2Fkerja%3Fx%3D1");
  });
});
