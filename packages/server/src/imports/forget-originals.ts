import type { App } from "#app";
import { asCity } from "#use-case";
import { listSettledBefore } from "./batch.store.ts";
import { deleteUpload, listUploads } from "./upload-store.ts";

const keptDays = 90;

/**
 * Handler of `imports.forget`, every night: sealed originals go 90 days after their batch was settled (contracts.md 1). Rows and
 * outcomes stay with the batch.
 */
export async function forgetOriginals(app: App): Promise<{ readonly forgotten: number }> {
  const uploads = await listUploads(app);
  const name = "retention.forget-originals";
  const old = await asCity(app, name, ({ tx }) => listSettledBefore(tx, uploads, keptDays));
  for (const id of old) await deleteUpload(app, id);
  const forgotten = old.length;
  if (forgotten > 0)
    await asCity(app, name, ({ audit, today }) =>
      audit({ objectType: "uploads", objectId: today, details: { forgotten } }),
    );
  return { forgotten };
}
