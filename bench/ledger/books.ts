/**
 * How fast the books take entries and are verified.
 * Usage: TUWAI_DEMO=0 TUWAI_ORIGIN=http://localhost TUWAI_DATA=NEW_FOLDER node bench/ledger/books.ts [ENTRIES] [BATCH]
 */
import { loadavg } from "node:os";
import { withApp } from "../../packages/cli/src/with-app.ts";
import { rupiah } from "../../packages/domain/src/money/index.ts";
import { civilDate, month } from "../../packages/domain/src/time/index.ts";
import { type NewEntry, postEntries, verifyLedger } from "../../packages/server/src/ledger/index.ts";
import { asCity } from "../../packages/server/src/use-case/index.ts";

const total = Number(process.argv[2] ?? 100_000);
const size = Number(process.argv[3] ?? 200);
const valueDate = civilDate("2026-11-21");

const owed = (n: number): NewEntry => ({
  event: {
    kind: "oblige",
    payer: { kind: "sponsor", id: String(n % 15_000) },
    month: month("2026-11"),
    amount: rupiah(8400),
  },
  naturalKey: `oblige|${process.pid}-${n}`,
  valueDate,
});

await withApp(async (app) => {
  const started = performance.now();
  for (let from = 0; from < total; from += size) {
    const entries = Array.from({ length: Math.min(size, total - from) }, (_, n) => owed(from + n));
    await asCity(app, "bench", (step) => postEntries(step, entries));
  }
  report(`append ${total} in batches of ${size}`, total, started, 15_000);
  const again = performance.now();
  const { entries, firstFault: fault } = await verifyLedger(app);
  report(`verify ${entries}, ${fault === null ? "whole" : JSON.stringify(fault)}`, entries, again, 100_000);
});

function report(what: string, entries: number, since: number, goal: number): void {
  const seconds = (performance.now() - since) / 1000;
  const rate = Math.round(entries / seconds);
  console.log(
    `${what.padEnd(44)} ${seconds.toFixed(1)} s  ${rate}/s  (goal ${goal}/s, load ${loadavg()[0].toFixed(1)})`,
  );
}
