import type { App } from "#app";
import { asCity } from "#use-case";
import { refuseBulk, type Seen, type WorkPayloads } from "#work";
import { listSettledBefore } from "./batch.store.ts";
import { deleteUpload, listUploads } from "./upload-store.ts";

const keptDays = 90;

/**
 * Handler of `imports.forget`, every night: sealed originals go 90 days after their batch was settled (contracts.md 1). Rows and
 * outcomes stay with the batch. Throws `too-large` when most would go on a night after many that were missed, until an
 * administrator has looked at it.
 */
export async function forgetOriginals(
  app: App,
  _payload: WorkPayloads["imports.forget"],
  seen: Seen,
): Promise<{ readonly forgotten: number }> {
  const uploads = await listUploads(app);
  const name = "retention.forget-originals";
  const old = await asCity(app, name, async ({ tx }) => {
    const going = await listSettledBefore(tx, uploads, keptDays);
    const of = { schedule: "imports-retention", going: going.length, countAll: () => uploads.length };
    await refuseBulk(seen, tx, of);
    return going;
  });
  for (const id of old) await deleteUpload(app, id);
  const forgotten = old.length;
  if (forgotten > 0)
    await asCity(app, name, ({ audit, today }) =>
      audit({ objectType: "uploads", objectId: today, details: { forgotten } }),
    );
  return { forgotten };
}
