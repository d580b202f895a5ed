import type { App } from "#app";
import { asCity } from "#use-case";
import { findBatch, updateBatch } from "./batch.store.ts";
import type { Refusal } from "./import-batch.ts";

/**
 * A file whose reading cannot be finished ends where its sender sees it: refused, with a sentence, and free to be sent again.
 * The city does it, as the reader itself may have died; a batch that has moved on meanwhile stays as it is.
 */
export async function refuseUnread(app: App, batchId: string, refusal: Refusal): Promise<void> {
  await asCity(app, "import.check", async ({ tx, audit }) => {
    const batch = await findBatch(tx, batchId, true);
    if (batch?.state !== "received") return;
    await updateBatch(tx, batchId, { state: "refused", refusal });
    await audit({
      objectType: "import",
      objectId: batchId,
      details: { outcome: "refused", code: refusal.code },
    });
  });
}
