import type { App } from "#app";
import { openBackup } from "#backup";
import { asCity } from "#use-case";
import { type BackupProblem, deleteOldNotes, findLastBackup, updateBackup } from "./backup.store.ts";

const keptDays = 400;

/** Handler of `backups.check`, every night: opens the last backup from its first piece to its last, with this city's keys. */
export async function checkLastBackup(app: App): Promise<void> {
  const last = await asCity(app, "backups.check", ({ tx, actor }) => findLastBackup(tx, actor.regionCode));
  if (last === undefined) return;
  const problem = await problemOf(app, last.path);
  await asCity(app, "backups.check", async ({ tx }) => {
    await updateBackup(tx, last.id, problem);
    await deleteOldNotes(tx, keptDays);
  });
}

async function problemOf(app: App, path: string): Promise<BackupProblem | null> {
  try {
    await openBackup(app.config, app.keys, path);
    return null;
  } catch (error) {
    app.log.error({ err: error }, "the last backup cannot be opened");
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "unreadable";
  }
}
