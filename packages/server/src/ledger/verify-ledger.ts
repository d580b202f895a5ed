import { type App, AppError } from "#app";
import { type ChainFault, verifyTrail } from "#audit";
import { asSystem } from "#database";
import { type BooksFault, readBooks } from "./books.view.ts";

export type LedgerFault = ChainFault | (BooksFault & { readonly source: "app.ledger_entries" });

export type LedgerState = {
  readonly entries: number;
  readonly ok: boolean;
  readonly firstFault: LedgerFault | null;
  readonly entriesPerSecond: number;
};

/** Recomputes the books and the chain over trail and events of cover (reliability.md C.8), and names the first fault. */
export async function verifyLedger(app: App): Promise<LedgerState> {
  const startedAt = performance.now();
  const books = await asSystem(app, readBooks);
  const trail = await verifyTrail(app);
  const seconds = Math.max((performance.now() - startedAt) / 1000, 0.001);
  const entries = books.entries + trail.entries;
  const firstFault =
    books.fault === null ? trail.fault : { ...books.fault, source: "app.ledger_entries" as const };
  return {
    entries,
    ok: firstFault === null,
    firstFault,
    entriesPerSecond: Math.round(entries / seconds),
  };
}

/** Handler of `ledger.verify`, every night: what does not fit fails, and stands among the administrator's tasks. */
export async function requireWholeLedger(app: App): Promise<void> {
  const { ok, firstFault } = await verifyLedger(app);
  if (ok) return;
  app.log.error({ firstFault }, "the trail or the books do not fit their chain");
  throw new AppError("conflict", { reason: "ledger-fault", ...firstFault });
}
