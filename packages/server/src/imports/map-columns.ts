import { applyChoices } from "@tuwai/domain/columns";
import type { FieldName } from "@tuwai/domain/intake";
import { change, type Operation } from "#use-case";
import { updateBatch } from "./batch.store.ts";
import { followAdvance } from "./follow-advance.ts";
import { rememberColumns } from "./remember-columns.ts";
import { requireBatch } from "./require-batch.ts";

type Choice = { readonly column: number; readonly field: FieldName | null };
type Input = Operation & {
  readonly batchId: string;
  readonly version: number;
  readonly choices: readonly Choice[];
};

/**
 * A person says what columns mean. The choice is remembered for this sender and header row; the file is then checked anew.
 * Returns what is still open: `ready` false keeps the batch in `needs-mapping`.
 */
export const mapColumns = change(
  { name: "import.map", permission: "import.upload" },
  async (step, input: Input): Promise<{ readonly ready: boolean }> => {
    const batch = await requireBatch(step, input, "needs-mapping", "checked");
    const { id, kind, recognition: found } = batch;
    const recognition = applyChoices(found, input.choices);
    const { isReady } = recognition;
    if (isReady) {
      await rememberColumns(step, { kind, columns: recognition.columns });
      await followAdvance(step, batch);
    }
    await updateBatch(step.tx, id, { state: isReady ? "received" : "needs-mapping", recognition });
    await step.audit({ objectType: "import", objectId: id, details: { ready: isReady } });
    return { ready: isReady };
  },
);
