import { authorise, type Grant, requireSecondPerson } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce, type Tx } from "#database";
import { enqueue } from "#work";
import { requireSender } from "#intake";
import { type ImportBatch, needsApproval, requireWithin } from "./import-batch.ts";
import { findBatch, updateBatch } from "./import.store.ts";

type Input = { readonly operationId: string; readonly batchId: string; readonly version?: number };

/**
 * The sender says yes to the preview. Rows are then applied in the background; more than 200 rows, or money, wait for a
 * second person first. Throws `stale` when the batch changed since it was shown, `conflict` when it is not in state `checked`.
 */
export async function applyImport(
  app: App,
  actor: Actor,
  input: Input,
): Promise<{ readonly state: "applying" | "awaiting-approval" }> {
  const grant = authorise(actor, "import.apply");
  return inTransaction(app, actor, (tx) =>
    runOnce(
      tx,
      actor,
      { id: input.operationId, name: "import.apply", request: { batchId: input.batchId } },
      async () => {
        const batch = await requireBatch(tx, { app, actor, grant }, input, "checked");
        requireSender(app, actor, batch.kind);
        if (batch.counts!.accepted === 0) throw new AppError("conflict", { reason: "no-row-to-apply" });
        const state = needsApproval(app, batch) ? "awaiting-approval" : "applying";
        await move(app, tx, actor, { batch, state, operationId: input.operationId, action: "import.apply" });
        return { state };
      },
    ),
  );
}

/** The second person's yes. Throws `four-eyes` for whoever uploaded the file. */
export async function approveImport(
  app: App,
  actor: Actor,
  input: Input,
): Promise<{ readonly state: "applying" }> {
  const grant = authorise(actor, "import.approve");
  return inTransaction(app, actor, (tx) =>
    runOnce(
      tx,
      actor,
      { id: input.operationId, name: "import.approve", request: { batchId: input.batchId } },
      async () => {
        const batch = await requireBatch(tx, { app, actor, grant }, input, "awaiting-approval");
        requireSecondPerson(actor, batch.uploadedBy);
        await move(app, tx, actor, {
          batch,
          state: "applying",
          operationId: input.operationId,
          action: "import.approve",
          approvedBy: actor.userId,
        });
        return { state: "applying" as const };
      },
    ),
  );
}

/** Lays a file aside before anything was applied; the sealed original and its rows stay until retention ends. */
export async function discardImport(app: App, actor: Actor, input: Input): Promise<void> {
  const grant = authorise(actor, "import.apply");
  await inTransaction(app, actor, (tx) =>
    runOnce(
      tx,
      actor,
      { id: input.operationId, name: "import.discard", request: { batchId: input.batchId } },
      async () => {
        const batch = await requireBatch(
          tx,
          { app, actor, grant },
          input,
          "checked",
          "needs-mapping",
          "awaiting-approval",
          "refused",
        );
        await updateBatch(tx, batch.id, { state: "discarded" });
        await recordChange(app, tx, actor, {
          action: "import.discard",
          objectType: "import",
          objectId: batch.id,
          operationId: input.operationId,
        });
      },
    ),
  );
}

/** Finds and locks a batch in one of the states; unknown and invisible batches are the same `not-found`. */
export async function requireBatch(
  tx: Tx,
  by: { readonly app: App; readonly actor: Actor; readonly grant: Grant },
  input: Pick<Input, "batchId" | "version">,
  ...states: ImportBatch["state"][]
): Promise<ImportBatch> {
  const batch = requireWithin(by, await findBatch(tx, input.batchId, true));
  if (input.version !== undefined && input.version !== batch.version)
    throw new AppError("stale", { version: batch.version });
  if (!states.includes(batch.state)) throw new AppError("conflict", { reason: "state", state: batch.state });
  return batch;
}

type Move = {
  readonly batch: ImportBatch;
  readonly state: "applying" | "awaiting-approval";
  readonly operationId: string;
  readonly action: string;
  readonly approvedBy?: string;
};

async function move(
  app: App,
  tx: Tx,
  actor: Actor,
  { batch, state, operationId, action, approvedBy }: Move,
): Promise<void> {
  const changed = await updateBatch(tx, batch.id, {
    state,
    ...(approvedBy === undefined ? {} : { approvedBy }),
  });
  if (changed !== 1) throw new AppError("not-found");
  await recordChange(app, tx, actor, {
    action,
    objectType: "import",
    objectId: batch.id,
    operationId,
    details: { state },
  });
  if (state === "applying")
    await enqueue(app, tx, actor, { topic: "import.advance", payload: { batchId: batch.id } });
}
