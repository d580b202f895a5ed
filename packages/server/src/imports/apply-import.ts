import { AppError } from "#app";
import { requireSender } from "#intake";
import { change, type Operation } from "#use-case";
import { needsApproval, waitingRows } from "./import-batch.ts";
import { moveOn } from "./move-on.ts";
import { requireBatch } from "./require-batch.ts";

type Input = Operation & { readonly batchId: string; readonly version?: number };

/**
 * The sender says yes to the preview. Rows are then applied in the background; more than 200 rows, or money, wait for a
 * second person first. Rows mended after the rest was saved are asked for in the same way. Throws `stale` when the batch changed
 * since it was shown, `conflict` when nothing waits.
 */
export const applyImport = change(
  { name: "import.apply", permission: "import.apply" },
  async (step, input: Input): Promise<{ readonly state: "applying" | "awaiting-approval" }> => {
    const batch = await requireBatch(step, input, "checked", "applied");
    requireSender(step.app, step.actor, batch.kind);
    if (waitingRows(batch.counts) === 0) throw new AppError("conflict", { reason: "no-row-to-apply" });
    const state = needsApproval(step.app, batch) ? "awaiting-approval" : "applying";
    await moveOn(step, batch, { state });
    return { state };
  },
);
