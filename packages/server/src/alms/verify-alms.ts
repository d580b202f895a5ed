import { type App, AppError } from "#app";
import { asCity } from "#use-case";
import { type AlmsFault, findFault } from "./alms-entry.store.ts";

export type AlmsState = {
  readonly entries: number;
  readonly ok: boolean;
  readonly firstFault: AlmsFault | null;
};

/** Recomputes the books of alms: chain, lines and balances, and names the first thing that does not fit. */
export async function verifyAlms(app: App): Promise<AlmsState> {
  const { entries, fault } = await asCity(app, "alms.verify", ({ tx }) => findFault(tx));
  return { entries, ok: fault === null, firstFault: fault };
}

/** Handler of `alms.verify`, every night: what does not fit fails, and stands among the administrator's tasks. */
export async function requireWholeAlms(app: App): Promise<void> {
  const { ok, firstFault } = await verifyAlms(app);
  if (ok) return;
  app.log.error({ firstFault }, "the books of alms do not fit their chain");
  throw new AppError("conflict", { reason: "alms-fault", ...firstFault });
}
