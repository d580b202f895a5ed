import type { App } from "#app";
import { asCity } from "#use-case";
import { insertBackup } from "./backup.store.ts";

/** Notes that a backup was written and where, so that every night can look whether it still opens. */
export function noteBackup(
  app: App,
  { path, rows }: { readonly path: string; readonly rows: number },
): Promise<void> {
  return asCity(app, "backup.write", async (step) => {
    const id = step.newId();
    await insertBackup(step.tx, { id, regionCode: step.actor.regionCode, path, rows });
    await step.audit({ objectType: "backup", objectId: id, details: { rows } });
  });
}

/** Notes that everything was written out in plain. */
export function noteLeaving(app: App, { rows }: { readonly rows: number }): Promise<void> {
  return asCity(app, "backup.write_plain", async (step) => {
    await step.audit({ objectType: "backup", objectId: step.newId(), details: { rows } });
  });
}
