import type { Browser, Download, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { collectComplaints, listFaults, sidewaysOverflow, signIn } from "./browser.ts";

const password = "satu-pegawai-satu-pekerja";

/** One person at one browser, signed in. */
export type Desk = {
  readonly page: Page;
  /** Opens a page of the city by its path. */
  readonly go: (path: string) => Promise<void>;
  /** Holds the page as it stands against our promises: axe 0 and nothing sideways at 1366 and 360 px, no complaint. */
  readonly inspect: () => Promise<void>;
  /** Presses the button or link of this name and waits for the page that comes. */
  readonly press: (name: string | RegExp) => Promise<void>;
  /** A refusal was wanted: what the browser noted of it is struck out; anything else stays. */
  readonly expectRefusal: (status: number) => void;
  readonly close: () => Promise<void>;
};

type Options = { readonly origin: string; readonly user?: string; readonly javaScriptEnabled?: boolean };

/** Sits down as `<user>@demo.tuwai.id`; without a user as a visitor. */
export async function openDesk(browser: Browser, options: Options): Promise<Desk> {
  const { origin, user, javaScriptEnabled = true } = options;
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints = collectComplaints(page);
  if (user !== undefined) await signIn(page, origin, { email: `${user}@demo.tuwai.id`, password });
  return {
    page,
    go: async (path) => {
      await page.goto(origin + path);
    },
    inspect: async () => {
      for (const width of [360, 1366]) {
        await page.setViewportSize({ width, height: 768 });
        const where = `${new URL(page.url()).pathname} at ${width} px`;
        expect({ where, sideways: await sidewaysOverflow(page) }).toEqual({ where, sideways: 0 });
        expect({ where, faults: await listFaults(page) }).toEqual({ where, faults: [] });
      }
      expect(complaints).toEqual([]);
    },
    press: async (name) => {
      const control = buttonOf(page, name).first();
      await control.waitFor().catch(async () => {
        throw new Error(`nothing is called ${name} on ${page.url()}:\n${await page.innerText("main")}`);
      });
      await Promise.all([page.waitForEvent("load"), control.click()]);
    },
    expectRefusal: (status) => {
      const noted = complaints.splice(0);
      expect(noted.filter((text) => !text.includes(`status of ${status}`))).toEqual([]);
    },
    close: () => context.close(),
  };
}

/** Types the password again where a page asks for it. */
export async function proveAgain({ page }: Desk): Promise<void> {
  await page.waitForURL((url) => url.pathname.endsWith("/masuk/ulang"));
  await page.fill("[name=password]", password);
  await page.locator("main form button").click();
  await page.waitForURL((url) => !url.pathname.endsWith("/masuk/ulang"));
}

/** The file that pressing the button or link sends. */
export async function downloadBy({ page }: Desk, name: string | RegExp): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), buttonOf(page, name).first().click()]);
  return download;
}

/** Loads the page anew until the text stands on it: the work behind it runs by itself. */
export async function untilShown(
  { page }: Desk,
  text: string | RegExp,
  patienceMs = 60_000,
): Promise<Locator> {
  const found = page.getByText(text).first();
  const end = Date.now() + patienceMs;
  while ((await found.count()) === 0) {
    if (Date.now() > end)
      throw new Error(`${page.url()} never showed ${text}:\n${await page.innerText("main")}`);
    await page.waitForTimeout(500);
    await page.reload();
  }
  return found;
}

function buttonOf(page: Page, name: string | RegExp): Locator {
  return page
    .locator("main")
    .getByRole("button", { name })
    .or(page.locator("main").getByRole("link", { name }));
}
