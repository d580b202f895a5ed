import { AppError } from "#app";
import type { Step } from "#use-case";
import { updateBatch } from "./batch.store.ts";
import { followAdvance } from "./follow-advance.ts";
import type { ImportFacts } from "./import-batch.ts";

type Next = { readonly state: "applying" | "awaiting-approval"; readonly approvedBy?: string };

/** Somebody's yes: audited, and what is to be applied goes on by itself. */
export async function moveOn(step: Step, batch: ImportFacts, next: Next): Promise<void> {
  const changed = await updateBatch(step.tx, batch.id, next);
  if (changed !== 1) throw new AppError("not-found");
  await step.audit({ objectType: "import", objectId: batch.id, details: { state: next.state } });
  if (next.state === "applying") await followAdvance(step, batch);
}
