/**
 * How long dashboards take over a register of so many workers: to count them in the background, to read, and as whole pages at so many
 * requests a second beside other first pages; then how many public pages are rendered a second. The pages must be built (`npm run setup`).
 * Usage: NODE_ENV=production TUWAI_DEMO=0 TUWAI_ORIGIN=http://localhost TUWAI_DATA=NEW_FOLDER node bench/dashboards/pages.ts [WORKERS] [PER_SECOND]
 */
import { loadavg } from "node:os";
import { withApp, withDatabase } from "../../packages/cli/src/with-app.ts";
import { getDashboard, refreshDashboards } from "../../packages/server/src/dashboards/index.ts";
import { refreshFigures } from "../../packages/server/src/figures/index.ts";
import {
  anActor,
  insertPlaces,
  readRows,
  syntheticRegister,
} from "../../packages/server/src/testing/index.ts";
import { openPages } from "../../packages/web/src/testing/open-pages.ts";

const workers = Number(process.argv[2] ?? 100_000);
const perSecond = Number(process.argv[3] ?? 100);
const seconds = 10;
const staffPages = [
  "/dasbor",
  "/dasbor/tangga",
  "/dasbor/sasaran",
  "/dasbor/perkiraan",
  "/rencana",
  "/sorot",
  "/sorot/layar",
  "/laporan",
  "/kerja",
];
const publicPages = ["/", "/cakupan", "/rilis", "/data", "/indikator"];

const load = (): string => `load ${loadavg()[0].toFixed(1)}`;
const at = (millis: readonly number[], share: number): string => {
  const sorted = millis.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0);
};

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  console.log(`${what.padEnd(28)} ${(performance.now() - started).toFixed(0)} ms  (${load()})`);
}

await withDatabase(async (url) => {
  process.env["DATABASE_URL"] = url;
  await withApp(async (app) => {
    await insertPlaces(app);
    await syntheticRegister(url, { persons: workers, villages: 71 });
    // Months behind as a city has them: people join over a year, a tenth falls behind.
    await readRows(
      app,
      `update app.cover_states set marks_from = date '2025-07-01' + (abs(hashtext(person_id::text)) % 12) * interval '1 month',
         marks = case when abs(hashtext(person_id::text)) % 10 = 0 then 'CCCCC123eeeeeeee' else 'CCCcCCCCCCCCCCCC' end returning 1`,
    );
    await timed("figures of months", () => refreshFigures(app));
    await timed("counts of dashboards", () => refreshDashboards(app));
    const manager = anActor(app, "MGR");
    await timed("first reading", () => getDashboard(app, manager));
    await timed("second reading", () => getDashboard(app, manager));
    const pages = await openPages(app);
    const ask = (path: string) =>
      pages.get(path, path === "/" || publicPages.includes(path) ? undefined : manager);
    for (const path of [...staffPages, ...publicPages]) {
      const { status, html } = await ask(path);
      if (status !== 200) throw new Error(`${path} answers ${status}`);
      console.log(`${path.padEnd(28)} ${Math.round(html.length / 1024)} kB`);
    }
    for (const path of staffPages) console.log(await openLoop(path, [path], ask));
    console.log(await openLoop("all of them in turn", staffPages, ask));
    for (const path of publicPages) console.log(await rendered(path, ask));
  });
});

type Ask = (path: string) => Promise<unknown>;

/** So many requests a second, whether or not the ones before are answered. */
async function openLoop(what: string, paths: readonly string[], ask: Ask): Promise<string> {
  const millis: number[] = [];
  const running: Promise<void>[] = [];
  const started = performance.now();
  for (let n = 0; n < seconds * perSecond; n += 1) {
    const due = started + (n * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const path = paths[n % paths.length] ?? "/";
    running.push(ask(path).then(() => void millis.push(performance.now() - due)));
  }
  await Promise.all(running);
  const rate = (running.length / (performance.now() - started)) * 1000;
  return `${what.padEnd(28)} p50 ${at(millis, 0.5)} ms  p95 ${at(millis, 0.95)} ms  ${rate.toFixed(0)} a second of ${perSecond}  (goal p95 200, ${load()})`;
}

/** Public pages without their cache, eight readers at a time. */
async function rendered(path: string, ask: Ask): Promise<string> {
  let answered = 0;
  const started = performance.now();
  const reader = async () => {
    while (performance.now() - started < 5_000) {
      await ask(path);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, reader));
  const rate = (answered / (performance.now() - started)) * 1000;
  return `${path.padEnd(28)} ${rate.toFixed(0)} rendered a second  (goal 400, ${load()})`;
}
