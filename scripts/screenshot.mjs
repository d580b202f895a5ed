// node scripts/screenshot.mjs URL OUT.png [--width 360|1366] [--height 740] [--as USER --password P] [--view]
// A picture of a page as a browser shows it. The whole page, or with --view what one sees without scrolling.
import { parseArgs } from "node:util";
import { listFaults, openBrowser, sidewaysOverflow, signIn } from "../e2e/browser.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: "string", default: "1366" },
    height: { type: "string" },
    as: { type: "string" },
    password: { type: "string", default: process.env["TUWAI_DEMO_PASSWORD"] ?? "" },
    view: { type: "boolean", default: false },
  },
});
const [url, out] = positionals;
if (url === undefined || out === undefined) {
  console.error("node scripts/screenshot.mjs URL OUT.png [--width 360] [--as USER --password P] [--view]");
  process.exit(64);
}

const width = Number(values.width);
const height = Number(values.height ?? (width < 640 ? 740 : 768));
const browser = await openBrowser();
try {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") console.error("console:", message.text());
  });
  page.on("pageerror", (error) => console.error("page:", error.message));
  if (values.as !== undefined) {
    const email = values.as.includes("@") ? values.as : `${values.as}@demo.tuwai.id`;
    await signIn(page, new URL(url).origin, { email, password: values.password });
  }
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: out, fullPage: !values.view });
  const faults = await listFaults(page);
  console.log(
    `${answer?.status()} ${out} sideways ${await sidewaysOverflow(page)} px, ${faults.length} axe faults`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
} finally {
  await browser.close();
}
