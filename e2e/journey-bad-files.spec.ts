import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openDesk } from "./desk.ts";
import { fileWith, upload } from "./import-desk.ts";

const city = inject("city");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it.each([
  [
    "a photo named like a workbook",
    "foto.xlsx",
    Buffer.from("ffd8ffe000104a46494600010100", "hex"),
    "bukan excel",
  ],
  ["a list without a single row", "kosong.csv", "NIK;Nama;Tgl Lahir\r\n", "kosong"],
])("%s ends in a sentence that helps, and nothing is stored", async (_, name, content, word) => {
  const desk = await openDesk(browser, { origin: city.origin, user: "opr" });
  await desk.go("/pekerja");
  const before = await desk.page.innerText("main");
  const path = await upload(desk, "village-list", fileWith(`${Date.now()}-${name}`, content));
  expect(path).toMatch(/\/impor\/IM-[^/]+$/);
  const said = (await desk.page.innerText("main")).toLowerCase();
  expect(said).toContain("berkas ini tidak dapat dibaca");
  expect(said).toContain(word);
  expect(said).toContain("tidak ada data yang berubah");
  await desk.inspect();
  await desk.press("Unggah berkas lain");
  expect(new URL(desk.page.url()).pathname).toBe("/impor/baru");
  await desk.go("/pekerja");
  expect(await desk.page.innerText("main")).toBe(before);
  await desk.close();
});
