import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { findByHand } from "./demo-files.ts";
import { openDesk, untilShown } from "./desk.ts";
import { equationOn, save, upload } from "./import-desk.ts";

const city = inject("city");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it("with scripts switched off a list is uploaded, saved, proposed and endorsed all the same", async () => {
  const file = findByHand(city, { hasRowsToRepair: false });
  const seat = { origin: city.origin, javaScriptEnabled: false };
  const operator = await openDesk(browser, { ...seat, user: `opr-${file.villageCode}` });
  const path = await upload(operator, "village-list", join(city.dataDir, "demo/berkas", file.file));
  expect(path).toMatch(/\/periksa$/);
  const { read, data, duplicate } = file.expected;
  expect(await equationOn(operator)).toMatchObject({ read, accepted: data - duplicate, repair: 0 });
  expect(await save(operator)).toMatch(/\/selesai$/);

  await operator.go("/penetapan");
  await untilShown(operator, /^Ajukan \d+ orang$/);
  await operator.page.locator("[name=setuju]").check();
  await operator.press(/^Ajukan \d+ orang$/);
  const list = new URL(operator.page.url()).pathname;
  expect(list).toMatch(/\/penetapan\/[0-9a-f-]{36}/);

  const head = await openDesk(browser, { ...seat, user: `kds-${file.villageCode}` });
  await head.go(list);
  await head.press(/^Sahkan \d+ orang/);
  await untilShown(head, "Disahkan");
  await operator.close();
  await head.close();
});
