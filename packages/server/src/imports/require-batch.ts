import { AppError } from "#app";
import type { Step } from "#use-case";
import { findBatch } from "./batch.store.ts";
import { type BatchIn, type ImportState, isIn, requireRead } from "./import-batch.ts";

type Asked = { readonly batchId: string; readonly version?: number };

/**
 * Finds and locks a batch in one of the states; unknown and invisible batches are the same `not-found`. Throws `stale` when
 * it changed since it was shown, `conflict` when it is in none of the states.
 */
export async function requireBatch<State extends ImportState>(
  step: Pick<Step, "app" | "tx" | "actor" | "within">,
  { batchId, version }: Asked,
  ...states: readonly State[]
): Promise<BatchIn<State>> {
  const batch = requireRead(step, await findBatch(step.tx, batchId, true));
  if (version !== undefined && version !== batch.version)
    throw new AppError("stale", { version: batch.version });
  if (!isIn(batch, ...states)) throw new AppError("conflict", { reason: "state", state: batch.state });
  return batch;
}
