import { type App, systemActor } from "#app";
import { recordChange } from "#audit";
import { asSystem } from "#database";
import { listSettledBefore } from "./batch.store.ts";
import { deleteUpload, listUploads } from "./upload-store.ts";

const keptDays = 90;

/**
 * Handler of `imports.forget`, every night: sealed originals go 90 days after their batch was settled (contracts.md 1). Rows and
 * outcomes stay with the batch.
 */
export async function forgetOriginals(app: App): Promise<{ readonly forgotten: number }> {
  const actor = systemActor(app.config.regionCode);
  const uploads = await listUploads(app);
  const old = await asSystem(app, (tx) => listSettledBefore(tx, uploads, keptDays));
  for (const id of old) await deleteUpload(app, id);
  if (old.length === 0) return { forgotten: 0 };
  await asSystem(app, (tx) =>
    recordChange(app, tx, actor, {
      action: "retention.forget-originals",
      objectType: "uploads",
      objectId: app.clock.today(),
      details: { forgotten: old.length },
    }),
  );
  return { forgotten: old.length };
}
