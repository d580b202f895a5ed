import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Desk } from "./desk.ts";

/** The law of conservation as a page shows it. */
export type Equation = {
  readonly read: number;
  readonly accepted: number;
  readonly repair: number;
  readonly skipped: number;
};

/** Uploads a file through the form and waits until it is read; says on which page of the import that ends. */
export async function upload(desk: Desk, kind: string, path: string): Promise<string> {
  const { page, go } = desk;
  await go("/impor/baru");
  const choice = page.locator(`[name=jenis][value=${kind}]`);
  if ((await choice.count()) > 0) await choice.check();
  await page.locator("[name=berkas]").setInputFiles(path);
  await page.locator("main form button").first().click();
  return untilRead(desk);
}

/** The page of the import, once reading or saving has ended: its code and what follows it in the address. */
export async function untilRead({ page }: Desk): Promise<string> {
  await page.waitForURL(/\/impor\/IM-/);
  await page.getByText("Halaman ini memuat ulang sendiri").waitFor({ state: "detached" });
  return new URL(page.url()).pathname;
}

/** From the result of the check to its review, whatever the button says of rows still to mend. */
export async function toReview({ page }: Desk): Promise<void> {
  await page.locator('main a[href$="/tinjau"]').first().click();
  await page.waitForURL(/\/tinjau$/);
}

/** From the result of the check to the receipt, or to the wait for a second person. */
export async function save(desk: Desk): Promise<string> {
  await toReview(desk);
  await desk.press(/^(Simpan|Minta persetujuan untuk) \d/);
  return untilRead(desk);
}

export async function equationOn({ page }: Desk): Promise<Equation> {
  const text = await page.innerText("main");
  const found = /Dibaca ([\d.]+) = diterima ([\d.]+) \+ perlu diperbaiki ([\d.]+) \+ dilewati ([\d.]+)/.exec(
    text,
  );
  if (found === null) throw new Error(`no equation on ${page.url()}:\n${text}`);
  const [read = 0, accepted = 0, repair = 0, skipped = 0] = found
    .slice(1)
    .map((number) => Number(number.replaceAll(".", "")));
  return { read, accepted, repair, skipped };
}

/** A file of the test's own, as an office would have saved it. */
export function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "tuwai-office-")), name);
  writeFileSync(path, content);
  return path;
}
