import type { App } from "#app";
import { asCity } from "#use-case";
import { forgetNotesOf, listForgottenCases } from "./forget-notes.store.ts";

/** Handler of `aftercare.forget`, every night: what families said goes with the file of their case; what was found stays in its codes. */
export function forgetNotes(app: App): Promise<void> {
  return asCity(app, "retention.forget-notes", async ({ tx, today, audit }) => {
    const gone = await listForgottenCases(tx);
    if (gone.length === 0) return;
    await forgetNotesOf(tx, gone);
    await audit({ objectType: "claim", objectId: today, details: { forgotten: gone.length } });
  });
}
