import type { App } from "#app";
import { asCity } from "#use-case";
import { applyBatch } from "./apply-batch.ts";
import { findBatch, updateProgress } from "./batch.store.ts";
import { checkBatch } from "./check-batch.ts";
import { refuseUnread } from "./refuse-unread.ts";

/**
 * Brings a batch as far as it goes without a person: received → checked, needs-mapping or refused; applying → applied.
 * Handler of topics `import.advance-slow` and `import.advance-large`, and called directly by the command line. Safe to repeat and to run twice at once:
 * checking is one transaction, applying goes chunk by chunk from the first row not yet applied. `stop` ends it between two pieces.
 */
export async function advanceImport(app: App, batchId: string, stop?: AbortSignal): Promise<void> {
  const batch = await asCity(app, "import.advance", ({ tx }) => findBatch(tx, batchId));
  if (batch?.state === "received") await checkBatch(app, batch, stop);
  if (batch?.state === "applying") await applyBatch(app, batch, stop);
}

/** Reading or applying was tried too often: the sender sees it, and for what is half applied an administrator does too. */
export async function giveUpImport(app: App, batchId: string, times: number): Promise<void> {
  await refuseUnread(app, batchId, { code: "E-READER", details: { times } });
  await asCity(app, "import.advance", async ({ tx }) => {
    const batch = await findBatch(tx, batchId, true);
    if (batch?.state !== "applying") return;
    const { done, total } = batch.progress ?? { done: 0, total: batch.counts.accepted };
    await updateProgress(tx, batchId, { stage: "stopped", done, total });
  });
}
