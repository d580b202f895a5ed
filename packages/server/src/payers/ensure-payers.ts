import type { App } from "#app";
import { asCity } from "#use-case";
import { insertPayer } from "./payer.store.ts";
import { listMissingPayers } from "./missing-payer.view.ts";

/** Payers that every city has: its own budget, the one of each desa, civil servants together, workers themselves. Run at each start. */
export function ensurePayers(app: App): Promise<void> {
  return asCity(app, "payers.ensure", async (step) => {
    const { regionCode, userId: by } = step.actor;
    for (const missing of await listMissingPayers(step.tx))
      await insertPayer(step.tx, {
        ...missing,
        regionCode,
        id: step.newId(),
        contact: null,
        agreement: null,
        by,
        at: step.now,
      });
  });
}
