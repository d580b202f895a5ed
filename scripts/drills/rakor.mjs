// node scripts/drills/rakor.mjs [--boards 50] [--hands 4] [--data DIR] [--pictures DIR]
// A whole meeting through the browser: a phone for each village declares by its printed card while boards watch, one village corrects
// its number, one stays silent, the application is killed in the middle, a form half filled is left alone. Then database, board and
// berita acara are held against each other.
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openBrowser, signIn } from "../../e2e/browser.ts";
import { watchBoards } from "./board-watchers.mjs";
import { withDatabase } from "./import-oracle.mjs";
import { killNow, startCity } from "./running-city.mjs";
import { freePort, waitFor } from "./under-fire.mjs";

/** @typedef {{ villageCode: string, code: string }} Card */
/** @typedef {{ village: string, heads: number, sentAt: number, answeredAt: number }} Said */

const { values } = parseArgs({
  options: {
    boards: { type: "string", default: "50" },
    hands: { type: "string", default: "4" },
    scale: { type: "string", default: "0.02" },
    data: { type: "string" },
    pictures: { type: "string" },
  },
});
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), "tuwai-rakor-"));
const place = { dataDir, port: await freePort(), scale: values.scale };
let city = await startCity(place);
const browser = await openBrowser();
/** @type {string[]} */
const faults = [];
try {
  await hold();
} finally {
  await browser.close();
  await city.stop();
  if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true });
}
for (const fault of faults) console.log(`bad: ${fault}`);
console.log(faults.length === 0 ? "good" : `${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function hold() {
  const desk = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const operator = await desk.newPage();
  const account = { email: "mgr@demo.tuwai.id", password: "satu-pegawai-satu-pekerja" };
  await signIn(operator, city.origin, account);
  const meeting = await openNext(operator);
  const cards = await cardsOf(meeting);
  const cookie = (await desk.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const url = () => `${city.origin}/rakor/${meeting}/layar/angka`;
  const boards = watchBoards({ url, cookie, count: Number(values.boards) });
  const areAllThere = () =>
    waitFor("a board never came", async () => boards.connected() === Number(values.boards));
  await areAllThere();
  const tabs = await sevenTabs(desk, meeting);
  const half = await halfFilled(cards.at(-1), meeting);
  const from = performance.now();
  const middle = Math.floor(cards.length / 2);
  // The last one fills its form half and stays silent.
  const speaking = cards.slice(0, -1);
  const before = await declareAll(speaking.slice(0, middle), meeting);
  await strike();
  await areAllThere();
  const after = await declareAll(speaking.slice(middle), meeting);
  const corrected = await declare(/** @type {Card} */ (speaking[0]), meeting, (heads) => heads + 1);
  const minutes = (performance.now() - from) / 60_000;
  const said = [...before, ...after, corrected];
  console.log(`${said.length} declarations of ${speaking.length} villages in ${minutes.toFixed(1)} minutes`);
  await waitFor("not every board saw the last number", async () => isSeen(boards, corrected), 20_000);
  tellDelays(said, boards);
  if (!(await half.isWhole())) faults.push("the form that was half filled lost what was typed");
  for (const tab of tabs)
    if ((await tab.title()) === "" || tab.isClosed()) faults.push("one of seven tabs did not load");
  await compare(operator, meeting, said);
  if (values.pictures !== undefined) await picture(desk, meeting, values.pictures);
  await boards.end();
  console.log(`${boards.connects()} connects of ${values.boards} boards, load ${loadavg()[0]?.toFixed(1)}`);
}

/** The meeting that stands prepared, opened; its code.
 * @param {import("playwright-core").Page} page */
async function openNext(page) {
  const code = await withDatabase(city.databaseUrl(), async (client) => {
    const { rows } = await client.query("select code from app.meetings where state <> 'closed' limit 1");
    return String(rows[0]?.code);
  });
  await page.goto(`${city.origin}/rakor/${code}/kartu`);
  await page.click("button[name=aksi][value=buat]");
  await page.goto(`${city.origin}/rakor/${code}`);
  await page.click("button[name=aksi][value=buka]");
  await page.waitForSelector("button[name=aksi][value=tutup]", { state: "attached" });
  return code;
}

/** What is printed on the cards; the program itself shows a code on paper only.
 * @param {string} meeting @returns {Promise<Card[]>} */
function cardsOf(meeting) {
  return withDatabase(city.databaseUrl(), async (client) => {
    const { rows } = await client.query(
      `select c.village_code as "villageCode", c.code from app.meeting_cards c join app.meetings m on m.id = c.meeting_id
       where m.code = $1 and c.revoked_at is null order by c.village_code`,
      [meeting],
    );
    return rows;
  });
}

/** @param {Card[]} cards @param {string} meeting @returns {Promise<Said[]>} */
async function declareAll(cards, meeting) {
  const left = [...cards];
  /** @type {Said[]} */
  const said = [];
  const hands = Array.from({ length: Number(values.hands) }, async () => {
    for (let card = left.shift(); card !== undefined; card = left.shift())
      said.push(await declare(card, meeting, (heads) => heads));
  });
  await Promise.all(hands);
  return said;
}

/** One phone: the card, three answers, the button.
 * @param {Card} card @param {string} meeting @param {(suggested: number) => number} choose @returns {Promise<Said>} */
async function declare({ villageCode: village, code }, meeting, choose) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    const page = await enter(context, code);
    const people = Number((await page.inputValue("[name=orang]")).replaceAll(/\D/g, "")) || 6;
    const heads = choose(people);
    await page.fill("[name=orang]", String(heads));
    await page.fill("[name=bulan]", "12");
    const source = page.locator("input[type=radio][name=sumber]:not([disabled])");
    if (await source.count()) await source.first().check();
    const sure = page.locator("[name=yakin]");
    if (await sure.count()) await sure.check();
    const sentAt = performance.now();
    await Promise.all([
      page.waitForURL((url) => url.pathname.endsWith(`/rakor/${meeting}/isi`), { waitUntil: "commit" }),
      page.waitForResponse(
        (answer) => answer.request().method() === "POST" && answer.url().endsWith("/kirim") && answer.ok(),
      ),
      page.click("button[value=nyatakan]"),
    ]);
    const answeredAt = performance.now();
    await page.waitForSelector("[name=orang]", { state: "hidden", timeout: 15_000 });
    return { village, heads, sentAt, answeredAt };
  } finally {
    await context.close();
  }
}

/** @param {import("playwright-core").BrowserContext} context @param {string} code */
async function enter(context, code) {
  const page = await context.newPage();
  await page.goto(`${city.origin}/rakor/masuk#${code}`);
  await page.waitForFunction(() => {
    const field = document.querySelector("[name=kode]");
    return field instanceof HTMLInputElement && field.value !== "";
  });
  await page.click("main form:has([name=kode]) button");
  await page.waitForSelector("[name=orang]", { state: "attached" });
  await page.waitForLoadState("networkidle");
  // Who said a number already finds the form behind one more tap.
  const fold = page.locator("details:not([open]):has([name=orang]) > summary");
  if (await fold.count()) await fold.first().click();
  return page;
}

/** @param {Card | undefined} card @param {string} meeting */
async function halfFilled(card, meeting) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await enter(context, /** @type {Card} */ (card).code);
  await page.fill("[name=orang]", "31");
  return {
    isWhole: async () => {
      const isLeft = (await page.inputValue("[name=orang]")) === "31";
      await page.goto(`${city.origin}/rakor/${meeting}/isi`);
      await page.waitForLoadState("networkidle");
      const isKept = (await page.inputValue("[name=orang]")) === "31";
      await context.close();
      return isLeft && isKept;
    },
  };
}

/** @param {import("playwright-core").BrowserContext} context @param {string} meeting */
async function sevenTabs(context, meeting) {
  const tabs = [];
  for (let n = 0; n < 7; n += 1) {
    const tab = await context.newPage();
    await tab.goto(`${city.origin}/rakor/${meeting}/layar`, { timeout: 20_000 });
    tabs.push(tab);
  }
  return tabs;
}

async function strike() {
  await killNow(city.appPid());
  await city.ended();
  city = await startCity(place);
}

/** @param {ReturnType<typeof watchBoards>} boards @param {Said} said */
function isSeen(boards, { village, heads }) {
  return boards.seenAt(village, heads).length >= Number(values.boards);
}

/** @param {Said[]} said @param {ReturnType<typeof watchBoards>} boards */
function tellDelays(said, boards) {
  const delays = said.flatMap(({ village, heads, answeredAt, sentAt }) => {
    const seen = boards.seenAt(village, heads);
    if (seen.length < Number(values.boards)) faults.push(`${village} is on ${seen.length} boards only`);
    return seen.map((at) => ({ whole: at - sentAt, answered: Math.max(0, at - answeredAt) }));
  });
  for (const key of /** @type {const} */ (["whole", "answered"])) {
    const sorted = delays.map((delay) => delay[key]).toSorted((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
    console.log(
      `from ${key === "whole" ? "the tap" : "the answer"} to the board: median ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms of ${sorted.length}`,
    );
    if (key === "whole" && at(0.99) > 1000) faults.push(`p99 is ${at(0.99)} ms`);
  }
}

/** Nothing that was answered is lost, and the berita acara says what the database says.
 * @param {import("playwright-core").Page} page @param {string} meeting @param {Said[]} said */
async function compare(page, meeting, said) {
  const last = new Map(said.map((one) => [one.village, one.heads]));
  const { rows } = await withDatabase(city.databaseUrl(), (client) =>
    client.query(
      `select c.village_code as village, sum(c.heads)::int as heads, sum(c.promised_rupiah)::bigint as rupiah from app.commitments c
       join app.meetings m on m.year = c.year and c.group_code = any(m.groups) where m.code = $1 and c.state = 'dinyatakan' group by 1`,
      [meeting],
    ),
  );
  const stored = new Map(rows.map((row) => [row.village, row.heads]));
  for (const [village, heads] of last)
    if (stored.get(village) !== heads)
      faults.push(`${village} said ${heads}, the database ${stored.get(village)}`);
  const total = rows.reduce((sum, row) => sum + Number(row.rupiah), 0);
  await page.goto(`${city.origin}/rakor/${meeting}`);
  await page.click("details:has(button[name=aksi][value=tutup]) > summary");
  await page.click("button[name=aksi][value=tutup]");
  await page.goto(`${city.origin}/rakor/${meeting}/berita-acara`);
  await page.click("button[name=aksi][value=buat]");
  await page.waitForLoadState("networkidle");
  const text = await page.innerText("main");
  const money = total.toLocaleString("id-ID");
  if (!text.includes(money)) faults.push(`the berita acara does not say Rp${money}`);
  console.log(`${stored.size} villages declared Rp${money}`);
}

/** @param {import("playwright-core").BrowserContext} context @param {string} meeting @param {string} folder */
async function picture(context, meeting, folder) {
  const page = await context.newPage();
  for (const [width, height] of [
    [1920, 1080],
    [1024, 768],
  ]) {
    await page.setViewportSize({ width: width ?? 0, height: height ?? 0 });
    await page.goto(`${city.origin}/rakor/${meeting}/layar`);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(folder, `layar-${width}.png`) });
  }
}
