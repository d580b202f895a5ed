import { authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce } from "#database";
import { enqueue } from "#outbox";
import type { UndoOutcome } from "./applier.ts";
import { appliers } from "./appliers.ts";
import { requireBatch } from "./apply-import.ts";
import { countRows } from "./count-rows.ts";
import { undoDays, uploaderOf } from "./import-batch.ts";
import { resetRows, updateBatch } from "./import.store.ts";

/**
 * Takes an applied batch back within 30 days: what it added is withdrawn and what it replaced stands again. Refused, with a
 * count, when later work rests on it; then nothing changes.
 */
export async function undoImport(
  app: App,
  actor: Actor,
  input: { readonly operationId: string; readonly batchId: string },
): Promise<UndoOutcome> {
  authorise(actor, "import.undo");
  return inTransaction(app, actor, (tx) =>
    runOnce(
      tx,
      actor,
      { id: input.operationId, name: "import.undo", request: { batchId: input.batchId } },
      async () => {
        const batch = await requireBatch(tx, input, "applied");
        const age = app.clock.now().getTime() - (batch.appliedAt?.getTime() ?? 0);
        if (age > undoDays * 86_400_000)
          throw new AppError("conflict", { reason: "undo-period-over", days: undoDays });
        const outcome = await appliers[batch.kind].undo({
          app,
          tx,
          actor: { ...uploaderOf(app, batch), ...actor },
          batch,
        });
        if (outcome.outcome === "refused") return outcome;
        await resetRows(tx, batch.id);
        await updateBatch(tx, batch.id, {
          state: "undone",
          counts: await countRows(tx, batch.id),
          undone: { at: app.clock.now(), by: actor.userId },
        });
        await recordChange(app, tx, actor, {
          action: "import.undo",
          objectType: "import",
          objectId: batch.id,
          operationId: input.operationId,
        });
        for (const topic of appliers[batch.kind].topics)
          await enqueue(app, tx, actor, { topic, payload: { batchId: batch.id } });
        return outcome;
      },
    ),
  );
}
