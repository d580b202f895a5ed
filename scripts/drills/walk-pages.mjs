// node scripts/drills/walk-pages.mjs [--origin URL] [--roles OPR,KDS] [--only /iuran] [--pictures DIR] [--data DIR]
// Opens every page of routes.ts as every role that may see it, in both languages, on a desk and on a phone, and tells what is wrong.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { listFaults, openBrowser, sidewaysOverflow, signIn } from "../../e2e/browser.ts";
import { freePort } from "./under-fire.mjs";
import { listPages } from "../../packages/web/src/testing-list-pages.ts";
import { startCity } from "./running-city.mjs";
import { codesIn, strangeWordsIn } from "./strange-words.mjs";

/** @typedef {{ role: string, address: string, language: "id" | "en" }} Visit */
/** @typedef {import("playwright-core").BrowserContext} Context */

const { values } = parseArgs({
  options: {
    origin: { type: "string" },
    roles: { type: "string" },
    only: { type: "string", default: "/" },
    pictures: { type: "string" },
    data: { type: "string", default: ".data/drill-pages" },
    password: { type: "string", default: "satu-pegawai-satu-pekerja" },
  },
});
const users = "PUB OPR KDS CMT MGR DAT BKP BPJ FIN EXE AUD DPO ADM SPN BND".split(" ");
const roles = values.roles?.split(",") ?? users;
const widths = [1366, 360];
const addressesPerPage = 2;
const pages = [
  ...new Set(
    listPages("id")
      .filter(({ id }) => !/\.route\b|home-id/.test(id))
      .flatMap(({ path }) =>
        path.endsWith("?") ? [path.slice(0, -1), path.replace(/\/[^/]*$/, "")] : [path],
      ),
  ),
].filter((path) => path !== "/*");

const city = values.origin
  ? null
  : await startCity({ dataDir: resolve(values.data), port: await freePort(), scale: "0.02" });
const origin = values.origin ?? String(city?.origin);
const browser = await openBrowser();
/** @type {Map<string, string[]>} */
const faults = new Map();
/** @type {Set<string>} */
const seen = new Set();
const counts = { views: 0, pages: new Set(), refused: 0 };
try {
  for (const role of roles) await walkAs(role);
} finally {
  await browser.close();
  await city?.stop();
}
for (const [fault, where] of [...faults].toSorted(([, a], [, b]) => b.length - a.length))
  console.log(`${where.length} × ${fault}\n    ${where.slice(0, 4).join("\n    ")}`);
console.log(
  `${counts.views} views of ${counts.pages.size} pages, ${counts.refused} addresses closed to their role, ${faults.size} kinds of fault`,
);
process.exitCode = faults.size > 0 ? 1 : 0;

/** @param {string} role */
async function walkAs(role) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  if (role !== "PUB")
    await signIn(page, origin, { email: `${role.toLowerCase()}@demo.tuwai.id`, password: values.password });
  const addresses = await findAddresses(context);
  for (const address of addresses.filter((own) => own.startsWith(values.only)))
    for (const language of /** @type {const} */ (["id", "en"])) await look(page, { role, address, language });
  console.log(`${role}: ${addresses.length} addresses`);
  await context.close();
}

/**
 * What this role may open, found by following links: each page of routes.ts with what really stands in its parameters.
 * @param {Context} context
 */
async function findAddresses(context) {
  const asked = new Set(["/", "/tidak-ada-halaman-ini", ...pages.filter((path) => !path.includes(":"))]);
  asked.delete("/keluar");
  /** @type {string[]} */
  const open = [];
  for (const address of asked) {
    const answer = await openAddress(context, address);
    if (answer === null) continue;
    open.push(address);
    const linked = [...answer.matchAll(/href="(\/[^"#?]*)/g)].map(([, path]) => String(path));
    for (const next of linked.flatMap((path) => [path, ...beneath(path)]))
      if (isWanted(next, asked)) asked.add(next);
  }
  return open;
}

/** Something new for a page with parameters that has not been asked for often enough. @param {string} path @param {Set<string>} asked */
function isWanted(path, asked) {
  const pattern = pages.find((own) => own.includes(":") && matches(own, path));
  if (pattern === undefined || asked.has(path)) return false;
  return [...asked].filter((own) => matches(pattern, own)).length < addressesPerPage;
}

/** Pages beneath what a link leads to: whoever has a worker's page may have the pages of that worker. @param {string} path */
function beneath(path) {
  const of = pages.find((own) => own.includes(":") && matches(own, path));
  if (of === undefined) return [];
  return pages.filter((own) => own.startsWith(`${of}/`)).map((own) => path + own.slice(of.length));
}

/** @param {string} pattern @param {string} path */
function matches(pattern, path) {
  if (pages.includes(path)) return pattern === path;
  return new RegExp(`^${pattern.replaceAll(/:\w+/g, "[^/]+")}$`).test(path);
}

/** The page at this address; null where it leads elsewhere or is closed to the role. @param {Context} context @param {string} address */
async function openAddress(context, address, proves = true) {
  const answer = await context.request.get(origin + address, { maxRedirects: 0 });
  const to = answer.headers()["location"] ?? "";
  if (proves && to.startsWith("/masuk/ulang")) {
    await context.request.post(`${origin}${to}`, {
      form: { password: values.password },
      headers: { origin },
      maxRedirects: 0,
    });
    return openAddress(context, address, false);
  }
  if (answer.status() >= 500) note(`status ${answer.status()}`, address);
  if (answer.status() === 404 && address === "/tidak-ada-halaman-ini") return answer.text();
  if (answer.status() !== 200) counts.refused += 1;
  return answer.status() === 200 ? answer.text() : null;
}

/** @param {import("playwright-core").Page} page @param {Visit} visit */
async function look(page, { role, address, language }) {
  const path = language === "en" ? `/en${address === "/" ? "" : address}` : address;
  const where = `${role} ${path}`;
  const answer = await page.goto(origin + path, { waitUntil: "domcontentloaded" });
  if (new URL(page.url()).pathname.endsWith("/masuk/ulang")) await proveAgain(page);
  if ((answer?.status() ?? 500) >= 400 && !path.endsWith("tidak-ada-halaman-ini"))
    return note(`status ${answer?.status()}`, where);
  // A page that says to this role what it said to another was looked at then.
  const said = await page.evaluate(() => document.querySelector("main")?.innerHTML ?? "");
  if (seen.has(said)) return undefined;
  seen.add(said);
  counts.pages.add(address);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 });
    counts.views += 1;
    const over = await sidewaysOverflow(page);
    if (over > 0) note(`moves sideways at ${width} px`, `${where} by ${over} px`);
    for (const fault of await listFaults(page)) note(`axe ${fault.split(":")[0]}`, `${where} ${fault}`);
    if (values.pictures !== undefined) await picture(page, { role, path, width });
  }
  const text = await page.evaluate(() => document.body.innerText);
  for (const code of codesIn(text)) note("a code in place of a word", `${where}: ${code}`);
  for (const line of strangeWordsIn(text, language))
    note(`another language on the ${language} page`, `${where}: ${line}`);
  return undefined;
}

/** @param {import("playwright-core").Page} page */
async function proveAgain(page) {
  await page.fill("[name=password]", values.password);
  await Promise.all([page.waitForEvent("load"), page.locator("main form button").click()]);
}

/** @param {import("playwright-core").Page} page @param {{ role: string, path: string, width: number }} of */
async function picture(page, { role, path, width }) {
  const folder = resolve(String(values.pictures));
  mkdirSync(folder, { recursive: true });
  const name = `${role}${path.replaceAll(/[^\w]+/g, "_")}-${width}.png`;
  await page.screenshot({ path: join(folder, name), fullPage: true });
}

/** @param {string} fault @param {string} where */
function note(fault, where) {
  if (!faults.has(fault)) console.error(`${fault}: ${where}`);
  faults.set(fault, [...(faults.get(fault) ?? []), where]);
}
