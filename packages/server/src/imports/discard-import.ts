import { AppError } from "#app";
import { change, type Operation } from "#use-case";
import { updateBatch } from "./batch.store.ts";
import { requireBatch } from "./require-batch.ts";

type Input = Operation & { readonly batchId: string; readonly version?: number };

/** Lays a file aside before anything was applied, also while it waits or is being read, which ends the reading; the sealed original and its rows stay until retention ends. */
export const discardImport = change(
  { name: "import.discard", permission: "import.apply" },
  async (step, input: Input): Promise<void> => {
    const { id, counts } = await requireBatch(
      step,
      input,
      "received",
      "checked",
      "needs-mapping",
      "awaiting-approval",
      "refused",
    );
    // Mended rows of a saved file wait for a second person: the saved ones are undone, not laid aside.
    if (counts !== null && counts.detail.applied + counts.detail.unchanged > 0)
      throw new AppError("conflict", { reason: "rows-saved" });
    await updateBatch(step.tx, id, { state: "discarded" });
    await step.audit({ objectType: "import", objectId: id });
  },
);
