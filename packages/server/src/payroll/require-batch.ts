import { createHash } from "node:crypto";
import { type BatchAct, contentOf, nextState } from "@tuwai/domain/payroll";
import { AppError } from "#app";
import { lockCity } from "#database";
import type { Step } from "#use-case";
import { type Batch, findBatch, type StoredLine } from "./batch.store.ts";

export type BatchName = { readonly payrollCode: string };
/** The version that the reader saw. */
export type BatchSeen = BatchName & { readonly version: number };

/** Throws `not-found`, also for a batch of another office. */
export async function requireBatch(
  { tx, area }: Pick<Step, "tx" | "area">,
  { payrollCode }: BatchName,
): Promise<Batch> {
  const batch = await findBatch(tx, area, payrollCode);
  if (batch === undefined) throw new AppError("not-found", { object: "payroll-batch" });
  return batch;
}

/**
 * The batch, which nobody else changes until this transaction ends. Throws `not-found`, `stale` where it has another version than was
 * seen, `conflict` where the act is not open in its state.
 */
export async function holdBatch(
  step: Pick<Step, "tx" | "area">,
  { payrollCode, version }: BatchSeen,
  act: BatchAct | "answer",
): Promise<Batch> {
  await lockCity(step.tx, `payroll|${payrollCode}`);
  const batch = await requireBatch(step, { payrollCode });
  if (batch.version !== version) throw new AppError("stale", { version: batch.version });
  const isOpen = act === "answer" ? batch.state === "locked" : nextState(batch.state, act) !== null;
  if (!isOpen) throw new AppError("conflict", { reason: "payroll-state", state: batch.state });
  return batch;
}

/** SHA-256 of the content of a version. */
export function hashContent(
  batch: Pick<Batch, "code" | "office" | "month" | "version">,
  lines: readonly StoredLine[],
): Buffer {
  return createHash("sha256")
    .update(contentOf({ ...batch, lines }))
    .digest();
}
