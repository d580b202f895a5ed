/**
 * How long a month takes for a whole city: preview, run, the same run again, and its way into the books.
 * Usage: TUWAI_DEMO=0 TUWAI_ORIGIN=http://localhost TUWAI_DATA=NEW_FOLDER node bench/month-runs/run-month.ts [WORKERS]
 */
import { loadavg } from "node:os";
import { month } from "../../packages/domain/src/time/index.ts";
import { withApp, withDatabase } from "../../packages/cli/src/with-app.ts";
import { verifyLedger } from "../../packages/server/src/ledger/index.ts";
import { getPeriod, previewMonth, startMonthRun } from "../../packages/server/src/month-runs/index.ts";
import {
  anActor,
  insertPlaces,
  readRows,
  runAsAdmin,
  syntheticRegister,
} from "../../packages/server/src/testing/index.ts";
import { drainToEmpty } from "../../packages/server/src/work/index.ts";

const workers = Number(process.argv[2] ?? 15_000);
const december = month("2026-12");

await withDatabase(async (url) => {
  process.env["DATABASE_URL"] = url;
  await withApp(async (app) => {
    await insertPlaces(app);
    // Of a synthetic register every fifth person is paid for, and nineteen in twenty of those are accepted but one.
    await syntheticRegister(url, { persons: Math.ceil((workers * 5) / 0.9), villages: 71 });
    await runAsAdmin(url, [
      "update app.enrolments set accepted_on = '2026-11-01' where state = 'accepted'",
      "analyze",
    ]);
    const manager = anActor(app, "MGR");
    const run = async (of = december) => {
      await startMonthRun(app, manager, { operationId: app.newId(), month: of });
      await drainToEmpty(app);
    };
    // The register comes with November owed and not in the books yet.
    await timed("November into the books", () => run(month("2026-11")));
    const sums = await timed("preview", () => previewMonth(app, manager, { month: december }));
    await timed("run, with its way into the books", () => run());
    await timed("run again", () => run());
    const { runs } = await getPeriod(app, manager, { month: december });
    console.log({
      preview: sums,
      runs: runs.map(({ workers: n, added, reversed, parked }) => ({ n, added, reversed, parked })),
    });
    const [books] = await readRows<{ n: number }>(app, "select count(*)::int as n from app.ledger_entries");
    const { ok, entries } = await timed("verify books and trail", () => verifyLedger(app));
    console.log({ inBooks: books?.n, entries, ok });
  });
});

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const answer = await work();
  console.log(
    `${((performance.now() - started) / 1000).toFixed(1)} s (load ${loadavg()[0].toFixed(1)})  ${what}`,
  );
  return answer;
}
