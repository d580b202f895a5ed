import type { Step } from "#use-case";
import { finishBatches, type LinkedBatch, updateLinkingProgress } from "./linking-progress.store.ts";

/** How far linking has come with these batches, for the page of the upload. */
export function noteLinking(
  step: Step,
  batchIds: readonly string[],
  progress: { readonly done: number; readonly total: number },
): Promise<void> {
  return updateLinkingProgress(step.tx, batchIds, progress);
}

/** Linking is done with these batches in this state; a batch taken back meanwhile waits again. */
export function finishLinking(step: Step, batches: readonly LinkedBatch[]): Promise<void> {
  return finishBatches(step.tx, batches);
}
