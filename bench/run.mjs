// What everything that people wait for takes on this machine, one table after the other: `npm run bench`, or some of them by name:
// `npm run bench pages fold`. Every row says its goal and the machine's load; docs/performance.md says how to read them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";

/** `data`: works over a database of its own. */
const benches = [
  {
    name: "pages",
    file: "dashboards/pages.ts",
    data: true,
    about: "first pages and public pages over 100,000 workers",
  },
  {
    name: "fold",
    file: "domain/domain.bench.mjs",
    about: "prices and the cover clock; goal 1.6 million events a second",
  },
  { name: "matching", file: "matching/matching.ts", about: "best pairs beside the rule; goal 6 s" },
  { name: "forecast", file: "planning/forecast.mjs", about: "forecasts and their back-test; goal 1 s" },
  { name: "files", file: "files/read-files.ts", about: "workbooks and tables of text, to a million rows" },
  { name: "arrears", file: "arrears/board.ts", data: true, about: "the rescue board" },
  { name: "month", file: "month-runs/run-month.ts", data: true, about: "a month's payments" },
  { name: "books", file: "ledger/books.ts", data: true, about: "the ledger" },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `No bench is called ${unknown.join(", ")}. There are: ${benches.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}

let failed = 0;
for (const { name, file, data, about } of benches) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}: ${about} (load ${loadavg()[0].toFixed(1)})\n`);
  const folder = mkdtempSync(join(tmpdir(), "tuwai-bench-"));
  const settings = data ? { TUWAI_DEMO: "0", TUWAI_ORIGIN: "http://localhost", TUWAI_DATA: folder } : {};
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", ...settings },
  });
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) failed += 1;
}
if (failed > 0) console.error(`\n${failed} of them did not end well.`);
process.exit(failed > 0 ? 1 : 0);
