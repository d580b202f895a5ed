import type { App } from "#app";
import { asCity } from "#use-case";
import { applyBatch } from "./apply-batch.ts";
import { findBatch } from "./batch.store.ts";
import { checkBatch } from "./check-batch.ts";

/**
 * Brings a batch as far as it goes without a person: received → checked, needs-mapping or refused; applying → applied.
 * Handler of topic `import.advance`, and called directly by the command line. Safe to repeat and to run twice at once:
 * checking is one transaction, applying goes chunk by chunk from the first row not yet applied.
 */
export async function advanceImport(app: App, batchId: string): Promise<void> {
  const batch = await asCity(app, "import.advance", ({ tx }) => findBatch(tx, batchId));
  if (batch?.state === "received") await checkBatch(app, batch);
  if (batch?.state === "applying") await applyBatch(app, batch);
}
