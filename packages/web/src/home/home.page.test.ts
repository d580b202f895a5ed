import { describe, expect, it } from "vitest";
import { releasePercent } from "@tuwai/domain/coverage";
import { readRows, testDatabase } from "@tuwai/server/testing";
import { openPages } from "#testing";

const test = testDatabase();

describe.each([
  ["/", "id", "/en", "en"],
  ["/en", "en", "/", "id"],
  ["/cakupan?urut=nama", "id", "/en/cakupan?urut=nama", "en"],
  ["/en/bantuan", "en", "/bantuan", "id"],
])("%s", (path, language, twin, otherLanguage) => {
  it("speaks one language, names its twin in the other, and needs no script", async () => {
    const { status, html } = await (await openPages(test.app)).get(path);
    expect(status).toBe(200);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(
      `<link rel="alternate" hrefLang="${otherLanguage}" href="http://ketan.test${twin}"/>`,
    );
    expect(html).toContain(`<a href="${twin}" lang="${otherLanguage}" hrefLang="${otherLanguage}">`);
    expect(html).not.toContain("<script");
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });
});

it("a small share is that of its two numbers on every page, and stands with the month and the day of its release", async () => {
  const id = test.app.newId();
  await readRows(
    test.app,
    `insert into pub.releases (region_code, id, number, definition, as_of_numerator, as_of_denominator, sources, unchanged_since, released_at, month, citation_code)
     values ('13.77', ?::uuid, 1, 'pekerja-rentan-terlindungi-3', '2026-11-30', '2026-11-30', '[]', '2026-11-30', '2026-11-20T03:00:00Z', '2026-10-01', 'x') returning 1`,
    id,
  );
  const { percent } = releasePercent(200, 27_373);
  await readRows(
    test.app,
    `insert into pub.coverage (region_code, release_id, code, level, name, suppressed, numerator, denominator, listed, estimate_low, estimate, estimate_high, percent)
     values ('13.77', ?::uuid, '13.77', 'city', 'Kota Pariaman', false, 200, 27373, 300, 25000, 27373, 30000, ?::numeric) returning 1`,
    id,
    percent,
  );
  const pages = await openPages(test.app);
  for (const path of ["/", "/cakupan", "/rilis", "/rilis/2026-10", "/indikator/vulnerable-covered"]) {
    const { html } = await pages.get(path);
    expect(html, path).toContain("0,7%");
    expect(html, path).not.toContain("≤");
  }
  for (const path of ["/", "/cakupan"])
    expect((await pages.get(path)).html).toContain("Oktober 2026, terbit 20 November 2026");
  expect((await pages.get("/en")).html).toContain("October 2026, published 20 November 2026");
});

it("public pages may be kept for a moment, so that any crowd can read them", async () => {
  const { headers } = await (await openPages(test.app)).get("/");
  expect(headers.get("cache-control")).toBe("public, max-age=2");
});
