import { AppError } from "#app";
import { importKindOf, type UndoOutcome } from "#intake";
import { act, type Operation, type Step } from "#use-case";
import { findBatch, updateBatch } from "./batch.store.ts";
import { countRows } from "./count-rows.ts";
import { type BatchIn, requireRead, undoDays, uploaderOf } from "./import-batch.ts";
import { requireBatch } from "./require-batch.ts";
import { resetRows } from "./row.store.ts";

type Input = Operation & { readonly batchId: string };

/**
 * Takes an applied batch back within 30 days: what it added is withdrawn and what it replaced stands again. Refused, with a
 * count, when later work rests on it; then nothing changes. Rows go back under the uploader's row policies, as they came.
 */
export const undoImport = act(
  { name: "import.undo", permission: "import.undo" },
  async ({ app, actor, look, once }, { operationId: id, batchId }: Input): Promise<UndoOutcome> => {
    const seen = await look(async (step) => {
      const batch = requireRead(step, await findBatch(step.tx, batchId));
      return { uploader: uploaderOf(app, batch), within: step.within };
    });
    const as = { ...seen.uploader, userId: actor.userId };
    return once({ id, request: { batchId }, as }, async (step) => {
      const batch = await requireBatch({ ...seen, app, actor, tx: step.tx }, { batchId }, "applied");
      return takeBack(step, batch);
    });
  },
);

async function takeBack(step: Step, batch: BatchIn<"applied">): Promise<UndoOutcome> {
  const { app, tx, actor, now } = step;
  if (now.getTime() - batch.appliedAt.getTime() > undoDays * 86_400_000)
    throw new AppError("conflict", { reason: "undo-period-over", days: undoDays });
  const { applier, topics } = importKindOf(app, batch.kind);
  const outcome = await applier.undo({ ...step, batch });
  if (outcome.outcome === "refused") return step.unchanged(outcome);
  await resetRows(tx, batch.id);
  const counts = await countRows(tx, batch.id);
  await updateBatch(tx, batch.id, { state: "undone", counts, undone: { at: now, by: actor.userId } });
  await step.audit({ objectType: "import", objectId: batch.id });
  for (const topic of topics) await step.follow(topic, { batchId: batch.id });
  return outcome;
}
