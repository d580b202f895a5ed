import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChildProcess } from "node:child_process";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectComplaints, listFaults, openBrowser, sidewaysOverflow } from "./browser.ts";
import { fileWith } from "./import-desk.ts";
import { freePort, launch, outputUntil, stopped } from "./running-city.ts";
import { tuwai } from "./tuwai.ts";

// From an empty folder to a first list that is read, mended and kept, in another city, as people of a new office would go: nothing is loaded for them.
const village = "13.75.01.1001";
const dataDir = mkdtempSync(join(tmpdir(), "tuwai-stranger-"));
const settings = { TUWAI_DEMO: "0", TUWAI_REGION: "13.75" };
let browser: Browser;
let child: ChildProcess;
let origin = "";
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  Object.assign(process.env, settings);
  await tuwai(dataDir, "region", "build", "13.75");
  const city = await launchReal();
  child = city.child;
  origin = city.origin;
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await stopped(child);
  for (const name of Object.keys(settings)) Reflect.deleteProperty(process.env, name);
  rmSync(dataDir, { recursive: true, force: true });
});

/** A real city is served under the address it was told, and no other. */
async function launchReal() {
  const port = await freePort();
  const env = { ...settings, TUWAI_ORIGIN: `http://localhost:${port}` };
  const started = await launch({ dataDir, env, port });
  await outputUntil(started.child, `ready ${started.origin}`);
  return started;
}

async function openPage(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 740 } });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** Somebody with a code on paper: a password, then the second factor that every office needs. Says what makes its codes. */
async function enter(page: Page, invitation: string, password: string): Promise<string> {
  await page.goto(`${origin}/undangan`);
  await page.fill("[name=kode]", invitation);
  await page.fill("[name=password]", password);
  await send(page);
  await page.waitForURL(/kode-kedua/);
  await page.fill("[name=password]", password);
  await send(page);
  const uri = await page.locator("[name=uri]").inputValue();
  await page.fill("[name=code]", await codeOf(uri));
  await send(page);
  await page.waitForURL((url) => !url.pathname.endsWith("/kode-kedua"));
  return uri;
}

const send = (page: Page): Promise<void> => page.click("main form button:not([type=button])");

const used = new Map<string, bigint>();
const step = (): bigint => BigInt(Math.floor(Date.now() / 30_000));

/** RFC 6238 with SHA-1, six digits, thirty seconds, as phones do it; waits for the next one where one was used. */
async function codeOf(uri: string): Promise<string> {
  while (step() === used.get(uri)) await new Promise((done) => setTimeout(done, 500));
  used.set(uri, step());
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const secret = new URL(uri).searchParams.get("secret")!.replaceAll("=", "");
  const bits = secret
    .split("")
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(step());
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = digest[19]! & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Numbers that nobody bears: no kecamatan registers ten thousand births a day. Made here, as a real city takes real numbers only. */
const numberOf = (day: string, serial: number): string => `137501${day}${9900 + serial}`;

const rows = [
  ["NIK", "Nama", "Jenis Kelamin", "Tanggal Lahir", "Alamat", "Pekerjaan", "No HP"],
  [numberOf("030580", 1), "Rosman Chaniago", "L", "03-05-1980", "Jalan Veteran", "buruh tani", ""],
  [numberOf("520675", 2), "Yusni Koto", "P", "12-06-1975", "Jalan Veteran", "pedagang keliling", ""],
  [
    numberOf("170790", 3).slice(0, 15),
    "Doni Piliang",
    "L",
    "17-07-1990",
    "Jalan Sudirman",
    "tukang ojek",
    "",
  ],
];
let administrator: Page;

async function invite(role: string, name: string): Promise<string> {
  await administrator.goto(`${origin}/admin/pengguna/undang`);
  if (administrator.url().includes("/masuk/ulang")) {
    await administrator
      .locator("main form input:not([type=hidden])")
      .first()
      .fill(await codeOf(uri));
    await send(administrator);
    await administrator.waitForURL((url) => !url.pathname.includes("/masuk/ulang"));
    await administrator.goto(`${origin}/admin/pengguna/undang`);
  }
  await administrator.fill("[name=nama]", name);
  await administrator.fill("[name=email]", `${role.toLowerCase()}@kota.example`);
  await administrator.selectOption("[name=peran]", role);
  await administrator.selectOption("[name=wilayah]", village);
  await send(administrator);
  return (await administrator.locator("[data-code]").getAttribute("data-code"))!;
}
let uri = "";

describe("a new city, from nothing", () => {
  it("gets its first administrator by one command, who sets a password and a second factor", async () => {
    const { exitCode, document } = await tuwai<{ inviteCode: string }>(
      dataDir, "account", "create", "--role", "ADM", "--email", "adm@kota.example", "--name", "Admin Kota",
    ); // prettier-ignore
    expect(exitCode).toBe(0);
    administrator = await openPage(1366);
    uri = await enter(administrator, document.inviteCode, "lautan tenang di pagi hari");
    await administrator.goto(`${origin}/admin/pengguna`);
    expect(await administrator.title()).toContain("Pengguna");
  });

  it("has an operator who sends the first list from a phone, mends the wrong number there and saves", async () => {
    const page = await openPage(360);
    const complaints = collectComplaints(page);
    await enter(page, await invite("OPR", "Operator Tarok Dipo"), "perahu kecil menuju pulau");
    await page.goto(`${origin}/kerja`);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.goto(`${origin}/impor/baru`);
    const choice = page.locator("[name=jenis][value=village-list]");
    if ((await choice.count()) > 0) await choice.check();
    const file = fileWith("daftar.csv", rows.map((row) => row.join(";")).join("\n"));
    await page.locator("[name=berkas]").setInputFiles(file);
    await page.locator("main form button").first().click();
    await page.waitForURL(/\/periksa$/);
    expect(await listFaults(page)).toEqual([]);
    const wrong = page.locator(`main input[value="${numberOf("170790", 3).slice(0, 15)}"]`).first();
    await wrong.fill(numberOf("170790", 3));
    await wrong.press("Enter");
    await expect.poll(() => page.innerText("main"), { timeout: 30_000 }).toContain("diterima 3");
    await page.locator('main a[href$="/tinjau"]').first().click();
    await page.getByRole("button", { name: /^Simpan \d/ }).click();
    await page.waitForURL(/\/selesai$/);
    expect(complaints).toEqual([]);
  });

  it("says on the list's own page what it waits for: the lists of civil servants and of BPJS's members", async () => {
    const operator = contexts[1]!.pages()[0]!;
    const shown = async () => {
      await operator.goto(`${origin}/penetapan`);
      return operator.innerText("main");
    };
    await expect
      .poll(shown, { timeout: 60_000, interval: 2_000 })
      .toContain("Belum dicocokkan dengan daftar pegawai: 3 orang");
  });
});
