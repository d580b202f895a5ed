import type { Step } from "#use-case";
import { updateBatch } from "./batch.store.ts";
import { countRows } from "./count-rows.ts";
import { needsApproval, type RowCounts, waitingRows } from "./import-batch.ts";
import { moveOn } from "./move-on.ts";
import type { MendableBatch } from "./restate-rows.ts";

/**
 * New counts after rows were mended. Where the good rows of the file are saved already, the mended ones follow by themselves, unless
 * a second person has to look: then they wait until somebody asks for that.
 */
export async function settleMended(
  step: Step,
  batch: MendableBatch,
): Promise<{ readonly counts: RowCounts; readonly isApplying: boolean }> {
  const counts = await countRows(step.tx, batch.id);
  await updateBatch(step.tx, batch.id, { state: batch.state, counts });
  const follows =
    batch.state === "applied" && waitingRows(counts) > 0 && !needsApproval(step.app, { ...batch, counts });
  if (follows) await moveOn(step, batch, { state: "applying" });
  return { counts, isApplying: follows || batch.state === "applying" };
}
