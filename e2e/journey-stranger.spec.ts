import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChildProcess } from "node:child_process";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "./authenticator.ts";
import { collectComplaints, listFaults, openBrowser, sidewaysOverflow } from "./browser.ts";
import { freePort, launch, outputUntil, stopped } from "./running-city.ts";
import { bpjsMembers, civilServants, counts, dtsen, mistyped, villageList } from "./stranger-files.ts";
import { tuwai, tuwaiAt } from "./tuwai.ts";

// From an empty folder to a first list that the lurah endorses, in another city, as people of new offices would go: nothing is loaded for them.
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

type Factor = { readonly uri: string; readonly backupCode: string };

/** Somebody with a code on paper: a password, then the second factor that every office needs. Says what makes its codes. */
async function enter(page: Page, invitation: string, password: string): Promise<Factor> {
  await page.goto(`${origin}/undangan`);
  await page.fill("[name=kode]", invitation);
  await page.fill("[name=password]", password);
  await press(page);
  await page.waitForURL(/kode-kedua/);
  // The address may change a moment before the page does.
  await page.fill("[name=password][autocomplete=current-password]", password);
  await press(page);
  const uri = await page.locator("[name=uri]").inputValue();
  const backupCode = await page.locator("[name=backup]").first().inputValue();
  await page.fill("[name=code]", await codeOf(uri));
  await press(page);
  await page.waitForURL((url) => !url.pathname.endsWith("/kode-kedua"));
  return { uri, backupCode };
}

const press = (page: Page): Promise<void> => page.click("main form button:not([type=button])");

const people = [
  ["OPR", "Operator Tarok Dipo", 360],
  ["KDS", "Lurah Tarok Dipo", 360],
  ["BKP", "Petugas BKPSDM", 1366],
  ["DAT", "Petugas Data", 1366],
] as const;
type Role = (typeof people)[number][0];
type Seat = {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly password: string;
  readonly factor: Factor;
};
const seats: Partial<Record<Role, Seat>> = {};
let administrator: Page;
let uri = "";

async function invite(role: string, name: string): Promise<string> {
  await administrator.goto(`${origin}/admin/pengguna/undang`);
  if (administrator.url().includes("/masuk/ulang")) {
    await administrator
      .locator("main form input:not([type=hidden])")
      .first()
      .fill(await codeOf(uri));
    await press(administrator);
    await administrator.waitForURL((url) => !url.pathname.includes("/masuk/ulang"));
    await administrator.goto(`${origin}/admin/pengguna/undang`);
  }
  await administrator.fill("[name=nama]", name);
  await administrator.fill("[name=email]", `${role.toLowerCase()}@kota.example`);
  await administrator.selectOption("[name=peran]", role);
  if (role === "OPR" || role === "KDS") await administrator.selectOption("[name=wilayah]", village);
  await press(administrator);
  return (await administrator.locator("[data-code]").getAttribute("data-code"))!;
}

/** Where the cursor is after a key. */
async function after(cell: Locator, key: string): Promise<string> {
  await cell.press(key);
  return cell.page().evaluate(() => document.activeElement?.id ?? "");
}

/** What a spreadsheet puts on the clipboard, pasted where the cursor is. */
async function paste(cell: Locator, text: string): Promise<void> {
  await cell.evaluate((input, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", copied);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

describe("a new city, from nothing", () => {
  it("gets its first administrator by one command, who sets a password and a second factor", async () => {
    const { exitCode, document } = await tuwai<{ inviteCode: string }>(
      dataDir, "account", "create", "--role", "ADM", "--email", "adm@kota.example", "--name", "Admin Kota",
    ); // oxfmt-ignore
    expect(exitCode).toBe(0);
    administrator = await openPage(1366);
    ({ uri } = await enter(administrator, document.inviteCode, "lautan tenang di pagi hari"));
    await administrator.goto(`${origin}/admin/pengguna`);
    expect(await administrator.title()).toContain("Pengguna");
  });

  it("takes in the people of a kelurahan and of two offices, each with a code on paper", async () => {
    const papers: (() => Promise<void>)[] = [];
    for (const [role, name, width] of people) {
      const invitation = await invite(role, name);
      papers.push(() => sit(role, invitation, width));
    }
    await Promise.all(papers.map((take) => take()));
  });

  it("has an operator who sends the first list from a phone, mends the wrong number there and saves", async () => {
    const { page, complaints } = seats.OPR!;
    await page.goto(`${origin}/impor/baru`);
    const choice = page.locator("[name=jenis][value=village-list]");
    if ((await choice.count()) > 0) await choice.check();
    await page.locator("[name=berkas]").setInputFiles(villageList());
    await page.locator("main form button").first().click();
    await page.waitForURL(/\/periksa$/);
    expect(await listFaults(page)).toEqual([]);
    const [wrong, next] = mistyped.map(({ nik }) => page.locator(`main input[value="${nik}"]`).first()) as [
      Locator,
      Locator,
    ];
    // Keys move between the wrong cells once the page's script has come; a column copied from a spreadsheet fills them.
    await expect
      .poll(() => after(wrong, "ArrowDown"), { timeout: 30_000 })
      .toBe(await next.getAttribute("id"));
    expect(await after(next, "ArrowUp")).toBe(await wrong.getAttribute("id"));
    await paste(wrong, `${mistyped.map(({ right }) => right).join("\n")}\n`);
    expect(await next.inputValue()).toBe(mistyped[1]!.right);
    await wrong.press("Enter");
    await expect
      .poll(() => page.innerText("main"), { timeout: 30_000 })
      .toContain(`diterima ${counts.listed}`);
    await page.locator('main a[href$="/tinjau"]').first().click();
    await page.getByRole("button", { name: /^Simpan \d/ }).click();
    await page.waitForURL(/\/selesai$/);
    expect(complaints).toEqual([]);
  });

  it("says on the list's own page and on the first one what it waits for: the lists of civil servants and of BPJS's members, and whose work they are", async () => {
    await untilOperatorReads(`Belum dicocokkan dengan daftar pegawai: ${counts.listed} orang`);
    const { page } = seats.OPR!;
    expect(await page.innerText("main")).toContain("itu pekerjaan BKPSDM");
    expect(await page.innerText("main")).toContain("itu pekerjaan petugas data");
    await page.goto(`${origin}/kerja`);
    expect(await page.innerText("#menunggu")).toContain(`${counts.listed} orang belum dapat dinilai`);
  });

  it("gets the lists of civil servants, of BPJS's members and DTSEN by commands, from who signed in at a terminal", async () => {
    const [personnel, data] = await Promise.all([terminalOf("BKP"), terminalOf("DAT")]);
    await Promise.all([
      send(personnel, civilServants(), "civil-servants"),
      send(data, bpjsMembers(), "bpjs-members"),
      send(data, dtsen(), "dtsen"),
    ]);
  });

  it("then has its operator propose whoever nobody else pays for, with the declaration of consent", async () => {
    const { page, complaints } = seats.OPR!;
    await untilOperatorReads(`Ajukan ${counts.ready} orang`);
    expect(await listFaults(page)).toEqual([]);
    await page.locator("[name=setuju]").check();
    await page.getByRole("button", { name: `Ajukan ${counts.ready} orang` }).click();
    await page.waitForURL(/\/penetapan\/[0-9a-f-]{36}/);
    expect(complaints).toEqual([]);
  });

  it("and its lurah endorses the list, from the task on the first page", async () => {
    const { page, complaints } = seats.KDS!;
    await page.goto(`${origin}/kerja`);
    await page.locator('main a[href^="/penetapan"]').first().click();
    await page.waitForURL(/\/penetapan(\?|$)/);
    await page.locator("main table a").first().click();
    await page.waitForURL(/\/penetapan\/[0-9a-f-]{36}/);
    expect(await listFaults(page)).toEqual([]);
    await page.getByRole("button", { name: `Sahkan ${counts.ready} orang` }).click();
    await expect.poll(() => page.innerText("main"), { timeout: 30_000 }).toContain("Disahkan");
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(complaints).toEqual([]);
  });
});

async function sit(role: Role, invitation: string, width: number): Promise<void> {
  const page = await openPage(width);
  const complaints = collectComplaints(page);
  const password = `perahu ${role.toLowerCase()} menuju pulau`;
  const factor = await enter(page, invitation, password);
  await page.goto(`${origin}/kerja`);
  expect(await sidewaysOverflow(page)).toBe(0);
  seats[role] = { page, complaints, password, factor };
}

async function untilOperatorReads(words: string): Promise<void> {
  const { page } = seats.OPR!;
  const shown = async () => {
    await page.goto(`${origin}/penetapan`);
    return page.innerText("main");
  };
  await expect.poll(shown, { timeout: 60_000, interval: 2_000 }).toContain(words);
}

/** Signs in at a terminal with password and a code kept on paper, as production has no `--as`. */
async function terminalOf(role: Role): Promise<Readonly<Record<string, string>>> {
  const { password, factor } = seats[role]!;
  const typed = [password, factor.backupCode];
  const email = `${role.toLowerCase()}@kota.example`;
  const { document } = await tuwaiAt<{ token: string }>(
    { dataDir, typed }, "account", "token", "--email", email,
  ); // oxfmt-ignore
  return { TUWAI_TOKEN: document.token };
}

async function send(env: Readonly<Record<string, string>>, path: string, kind: string): Promise<void> {
  const sent = await tuwaiAt({ dataDir, env }, "import", path, "--kind", kind);
  expect(sent).toMatchObject({ exitCode: 0, document: { state: "applied", rows: { repair: 0 } } });
}
