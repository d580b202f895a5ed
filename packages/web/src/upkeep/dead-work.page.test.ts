import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, roles } from "@tuwai/server/app";
import { anActor, readRows, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase({ now: "2026-11-21T01:00:00Z" });
const path = "/admin/pekerjaan";
let pages: Pages;
let admin: Actor;

beforeEach(async () => {
  pages = await openPages(test.app);
  admin = anActor(test.app, "ADM");
});

async function fail(topic: string, error: string): Promise<string> {
  const workId = test.app.newId();
  await readRows(
    test.app,
    `insert into app.work (region_code, id, topic, payload, attempts, failed_at, last_error)
     values (?, ?, ?, '{"personIds": ["rahasia"]}', 8, '2026-11-20T17:10:00Z', ?)`,
    test.app.config.regionCode,
    workId,
    topic,
    error,
  );
  return workId;
}
const failed = () => readRows(test.app, "select id from app.work where failed_at is not null");

describe("the page of work that failed", () => {
  it("says that nothing failed, and what will appear here", async () => {
    const { status, html } = await pages.get(path, admin);
    expect(status).toBe(200);
    expect(html).toContain("Tidak ada pekerjaan yang gagal.");
    expect(html).not.toContain("Coba lagi");
    expect(html).toContain("Belum pernah ada cadangan.");
  });

  it("tells in plain words what failed, since when and why, never what it was about", async () => {
    await fail("cover.refresh", "RangeError");
    await fail("imports.forget", "too-large");
    const { html } = await pages.get(path, admin);
    expect(html).toContain("2 pekerjaan gagal");
    expect(html).toContain("Menghitung perlindungan");
    expect(html).toContain("Kesalahan program");
    expect(html).toContain("(RangeError)");
    expect(html).toContain("Periksa dahulu jam server");
    expect(html).toContain("21 November 2026");
    expect(html).toContain("8 kali");
    expect(html).not.toContain("rahasia");
    const english = await pages.get(`/en${path}`, admin);
    expect(english.html).toContain("Working out cover");
  });

  it("tries one again, and says so once when it is pressed twice", async () => {
    const workId = await fail("cover.refresh", "RangeError");
    const other = await fail("coverage.publish", "RangeError");
    const sent = { pekerjaan: workId, operasi: test.app.newId() };
    const answer = await pages.post(path, sent, admin);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(path);
    expect(await failed()).toEqual([{ id: other }]);
    expect((await pages.post(path, { pekerjaan: workId }, admin)).status).toBe(303);
    expect(await failed()).toEqual([{ id: other }]);
  });

  it.each(roles.filter((role) => !["ADM", "PUB", "WRK"].includes(role)))("is closed to %s", async (role) => {
    const workId = await fail("cover.refresh", "RangeError");
    const actor = anActor(test.app, role);
    expect((await pages.get(path, actor)).status).toBe(403);
    expect((await pages.post(path, { pekerjaan: workId }, actor)).status).toBe(403);
    expect(await failed()).toHaveLength(1);
  });
});

it("failed work and a missing backup are tasks of the administrator, with their line in the menu", async () => {
  await fail("cover.refresh", "RangeError");
  const { html } = await pages.get("/kerja", admin);
  expect(html).toContain("1 pekerjaan gagal");
  expect(html).toContain("Cadangan kota perlu dibuat");
  expect(html).toContain(`href="${path}"`);
  expect((await pages.get("/kerja", anActor(test.app, "DAT"))).html).not.toContain(path);
});
