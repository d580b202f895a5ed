import { type App, AppError } from "#app";
import { asSystem } from "#database";
import { type ChainFault, readChain } from "./chain.view.ts";

export type LedgerState = {
  readonly entries: number;
  readonly ok: boolean;
  readonly firstFault: ChainFault | null;
  readonly entriesPerSecond: number;
};

/** Recomputes the chain over the trail and the events of cover (reliability.md C.8), and names the first row that does not fit. */
export async function verifyLedger(app: App): Promise<LedgerState> {
  const startedAt = performance.now();
  const { entries, fault } = await asSystem(app, readChain);
  const seconds = Math.max((performance.now() - startedAt) / 1000, 0.001);
  return {
    entries,
    ok: fault === null,
    firstFault: fault,
    entriesPerSecond: Math.round(entries / seconds),
  };
}

/** Handler of `ledger.verify`, every night: a chain that does not fit fails, and stands among the administrator's tasks. */
export async function requireWholeLedger(app: App): Promise<void> {
  const { ok, firstFault } = await verifyLedger(app);
  if (ok) return;
  app.log.error({ firstFault }, "the trail does not fit its chain");
  throw new AppError("conflict", { reason: "ledger-fault", ...firstFault });
}
