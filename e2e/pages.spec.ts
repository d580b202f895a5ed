import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openDesk } from "./desk.ts";
import { collectComplaints, listFaults, openBrowser, sidewaysOverflow } from "./browser.ts";

const { origin } = inject("city");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Families of interface.md F1 in compressed KB on a first visit; 5 % above them fails. */
const budgets = {
  public: { html: 18, css: 14, font: 27, total: 75 },
  "public with charts": { html: 40, css: 14, font: 27, total: 110 },
} as const;

const pages = [
  ["/", "public"],
  ["/en", "public"],
  ["/masuk", "public"],
  ["/bantuan", "public"],
  ["/komitmen", "public"],
  ["/cakupan", "public with charts"],
  ["/cakupan?lihat=petak", "public with charts"],
  ["/cakupan?lihat=peta", "public with charts"],
  ["/cakupan?lihat=tabel&urut=nama", "public with charts"],
  ["/en/cakupan", "public with charts"],
] as const;

describe.each(pages)("%s", (path, family) => {
  it("fits its budget of bytes and ships no script but the arrow keys of a map", async () => {
    const answer = await fetch(origin + path);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    const scripts = [...html.matchAll(/<script[^>]*?src="([^"]+)"|<script/g)].map(
      (match) => match[1] ?? "inline",
    );
    expect(new Set(scripts)).toEqual(new Set(html.includes("data-arrows") ? ["/panah.js"] : []));
    const css = await sizeOf([...html.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map((match) => match[1]!));
    const kilobytes = { html: gzipSync(html).length / 1024, css, script: await sizeOf(scripts) };
    const budget = budgets[family];
    expect(kilobytes.html).toBeLessThan(budget.html * 1.05);
    expect(kilobytes.css).toBeLessThan(budget.css * 1.05);
    expect(kilobytes.html + kilobytes.css + kilobytes.script + budget.font).toBeLessThan(budget.total * 1.05);
  });

  it("is accessible, obeys the content policy and never moves sideways, down to 320 px", async () => {
    // axe insists on a context made by hand.
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = collectComplaints(page);
    for (const width of [1366, 360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(origin + path);
      expect(await sidewaysOverflow(page)).toBe(0);
      if (width !== 320) expect(await listFaults(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("the first page of whoever leads", () => {
  it.each(["cmt", "exe", "fin", "kds"])(
    "%s: accessible, and nothing moves sideways, in both languages",
    async (user) => {
      const desk = await openDesk(browser, { origin, user });
      for (const path of ["/kerja", "/en/kerja"]) {
        await desk.go(path);
        await desk.inspect();
      }
      await desk.close();
    },
  );
});

describe("the map of villages", () => {
  it("is one stop of the Tab key, and arrows lead to neighbours in every direction", async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}/cakupan?lihat=peta`);
    const shapes = page.locator("[data-arrows] a");
    expect(await page.locator('[data-arrows] a[tabindex="0"]').count()).toBe(1);
    const reached = new Set<string | null>();
    await page.locator('[data-arrows] a[tabindex="0"]').focus();
    for (const key of ["End", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight", "Home"]) {
      await page.keyboard.press(key);
      reached.add(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null));
    }
    expect(reached.size).toBeGreaterThan(3);
    expect(await page.locator('[data-arrows] a[tabindex="0"]').count()).toBe(1);
    expect(await shapes.count()).toBe(71);
    await page.close();
  });
});

describe("a table on a phone", () => {
  it("shows each row as a card within the width of the screen, still a table to a screen reader", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(`${origin}/cakupan`);
    const row = page.locator("#cakupan-desa tbody tr").first();
    for (const cell of await row.locator(":is(th, td):visible").all()) {
      const box = (await cell.boundingBox())!;
      expect(box.x + box.width).toBeLessThanOrEqual(360);
    }
    expect(await page.getByRole("table").first().getByRole("row").count()).toBeGreaterThan(3);
    expect(await page.locator("#cakupan-desa [role=rowheader]").count()).toBeGreaterThan(70);
    await page.close();
  });
});

describe("a wide table on paper", () => {
  it("loses no column", async () => {
    const page = await browser.newPage({ viewport: { width: 1040, height: 740 } });
    await page.emulateMedia({ media: "print" });
    await page.goto(`${origin}/cakupan?lihat=tabel`);
    expect(await sidewaysOverflow(page)).toBe(0);
    const table = (await page.locator("#cakupan-desa").boundingBox())!;
    expect(table.x + table.width).toBeLessThanOrEqual(1040);
    await page.close();
  });
});

describe("the table of villages", () => {
  it("stands on /cakupan in every view, one row per village, without JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const view of ["peringkat", "petak", "peta", "tabel"]) {
      await page.goto(`${origin}/cakupan?lihat=${view}`);
      expect(await page.locator("#cakupan-desa tbody tr[data-region]").count()).toBe(71);
    }
    await page.goto(`${origin}/cakupan?lihat=peta`);
    expect(await page.locator("svg [data-region]").count()).toBe(71);
    await context.close();
  });

  it("says the same as /cakupan.json and /cakupan.csv", async () => {
    const json = (await (await fetch(`${origin}/cakupan.json`)).json()) as { villages: { code: string }[] };
    const csv = await (await fetch(`${origin}/cakupan.csv`)).text();
    const html = await (await fetch(`${origin}/cakupan`)).text();
    const inHtml = [...html.matchAll(/<tr data-region="([^"]+)"/g)].map((match) => match[1]);
    expect(json.villages).toHaveLength(71);
    expect(new Set(inHtml)).toEqual(new Set(json.villages.map(({ code }) => code)));
    expect(csv.trim().split("\r\n")).toHaveLength(72);
  });

  it("is found by searching, filtered by kind, and every village has its page", async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.fill("[name=cari]", "naras");
    await page.click("form[role=search] button");
    await page.waitForURL((url) => url.search === "?cari=naras");
    const rows = page.locator("#cakupan-desa tbody tr");
    expect(await rows.count()).toBe(3);
    await rows.first().locator("a").click();
    await page.waitForURL(/\/cakupan\/[^/?]+\/[^/?]+$/);
    expect(await page.textContent("h1")).toMatch(/^Desa /);
    await page.close();
  });
});

async function sizeOf(paths: readonly string[]): Promise<number> {
  const bodies = await Promise.all(paths.map(async (path) => (await fetch(origin + path)).arrayBuffer()));
  return bodies.reduce((sum, body) => sum + gzipSync(Buffer.from(body)).length, 0) / 1024;
}
