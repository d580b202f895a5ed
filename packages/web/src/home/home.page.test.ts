import { describe, expect, it } from "vitest";
import { testDatabase } from "@tuwai/server/testing";
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

it("public pages may be kept for a moment, so that any crowd can read them", async () => {
  const { headers } = await (await openPages(test.app)).get("/");
  expect(headers.get("cache-control")).toBe("public, max-age=2");
});
