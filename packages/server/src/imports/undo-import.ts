import { authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce } from "#database";
import { importKindOf, type UndoOutcome } from "#intake";
import { enqueue } from "#work";
import { requireBatch } from "./apply-import.ts";
import { countRows } from "./count-rows.ts";
import { requireWithin, undoDays, uploaderOf } from "./import-batch.ts";
import { findBatch, resetRows, updateBatch } from "./import.store.ts";

/**
 * Takes an applied batch back within 30 days: what it added is withdrawn and what it replaced stands again. Refused, with a
 * count, when later work rests on it; then nothing changes. Rows go back under the uploader's row policies, as they came.
 */
export async function undoImport(
  app: App,
  actor: Actor,
  input: { readonly operationId: string; readonly batchId: string },
): Promise<UndoOutcome> {
  const grant = authorise(actor, "import.undo");
  const found = await inTransaction(app, actor, (tx) => findBatch(tx, input.batchId));
  const undoer = { ...uploaderOf(app, requireWithin({ app, actor, grant }, found)), userId: actor.userId };
  const operation = { id: input.operationId, name: "import.undo", request: { batchId: input.batchId } };
  return inTransaction(app, undoer, (tx) =>
    runOnce(tx, undoer, operation, async () => {
      const batch = await requireBatch(tx, { app, actor, grant }, input, "applied");
      const age = app.clock.now().getTime() - (batch.appliedAt?.getTime() ?? 0);
      if (age > undoDays * 86_400_000)
        throw new AppError("conflict", { reason: "undo-period-over", days: undoDays });
      const outcome = await importKindOf(app, batch.kind).applier.undo({ app, tx, actor: undoer, batch });
      if (outcome.outcome === "refused") return outcome;
      const undone = { at: app.clock.now(), by: actor.userId };
      await resetRows(tx, batch.id);
      await updateBatch(tx, batch.id, { state: "undone", counts: await countRows(tx, batch.id), undone });
      const { operationId } = input;
      await recordChange(app, tx, actor, {
        action: "import.undo",
        objectType: "import",
        objectId: batch.id,
        operationId,
      });
      for (const topic of importKindOf(app, batch.kind).topics)
        await enqueue(app, tx, actor, { topic, payload: { batchId: batch.id } });
      return outcome;
    }),
  );
}
