import { describe, expect, it } from "vitest";
import { testDatabase } from "@tuwai/server/testing";
import { openPages } from "#testing";

const test = testDatabase();

describe("a page that is not there", () => {
  it("says so, that nothing is lost, and what to do", async () => {
    const { status, html } = await (await openPages(test.app)).get("/tidak/ada");
    expect(status).toBe(404);
    expect(html).toContain("Halaman ini tidak ditemukan");
    expect(html).toContain("Data Anda aman");
    expect(html).toContain("<title>Galat: Halaman ini tidak ditemukan</title>");
    expect(html).not.toContain("<script");
  });
  it("speaks English behind /en", async () => {
    const { html } = await (await openPages(test.app)).get("/en/nothing");
    expect(html).toContain('lang="en"');
    expect(html).toContain("This page was not found");
  });
  it("looks the same byte for byte, whatever was asked for", async () => {
    const pages = await openPages(test.app);
    const { html } = await pages.get("/cakupan/tidak-ada");
    expect((await pages.get("/cakupan/pariaman-utara/tidak-ada")).html).toBe(html);
    expect((await pages.get("/sama/sekali/lain?x=1")).html).toBe(html);
  });
});
