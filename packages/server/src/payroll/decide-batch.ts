import { groupedFingerprint } from "@tuwai/domain/payroll";
import { requireSecondPerson } from "#access";
import { AppError, readNote } from "#app";
import { change, type Operation, type Refused } from "#use-case";
import {
  endLines,
  listLines,
  markClosed,
  markUnlocked,
  moveBatch,
  replaceLines,
  updateContent,
} from "./batch.store.ts";
import { voidFiles } from "./file.store.ts";
import { getOpenEnds } from "./known-batch.ts";
import { listMatches } from "./remittance.store.ts";
import { type BatchSeen, hashContent, holdBatch } from "./require-batch.ts";
import { findResult } from "./result.store.ts";

type Moved = { readonly outcome: "proposed" | "cancelled" | "locked" | "refused-to" | "unlocked" | "closed" };

/** Sends a draft to a second person, as it is. Throws `stale` and `conflict`. */
export const proposeBatch = change(
  { name: "payroll.propose", permission: "deduction_batch.prepare" },
  async (step, input: Operation & BatchSeen): Promise<Moved> => {
    const batch = await holdBatch(step, input, "propose");
    await moveBatch(step.tx, batch, { state: "proposed", by: step.actor.userId, at: step.now });
    await step.audit({ objectType: "payroll-batch", objectId: batch.id, details: { code: batch.code } });
    return { outcome: "proposed" };
  },
);

/** Gives a batch up that nobody has locked; its mandates are free for another. */
export const cancelBatch = change(
  { name: "payroll.cancel", permission: "deduction_batch.prepare" },
  async (step, input: Operation & BatchSeen): Promise<Moved> => {
    const batch = await holdBatch(step, input, "cancel");
    await moveBatch(step.tx, batch, { state: "cancelled", by: step.actor.userId, at: step.now });
    await endLines(step.tx, batch.id);
    await step.audit({ objectType: "payroll-batch", objectId: batch.id, details: { code: batch.code } });
    return { outcome: "cancelled" };
  },
);

export type DecideBatch = Operation &
  BatchSeen & {
    /** Of the content that was on the page; the approval is of it and of nothing else. */
    readonly fingerprint: string;
    readonly verdict: "approve" | "refuse";
    readonly reason?: string;
  };

/**
 * The second person's word: locked, the mandates of the month stand. Throws `four-eyes` for whoever drew it up, `stale` for another
 * version or content than was seen, `conflict` where the stored rows are not what their fingerprint says.
 */
export const decideBatch = change(
  { name: "payroll.decide", permission: "deduction_batch.approve" },
  async (step, input: DecideBatch): Promise<Moved | Refused<"without-reason">> => {
    const isApproved = input.verdict === "approve";
    const batch = await holdBatch(step, input, isApproved ? "approve" : "refuse");
    if (batch.fingerprint !== input.fingerprint) throw new AppError("stale", { version: batch.version });
    const by = { by: step.actor.userId, at: step.now };
    const refusal = isApproved ? null : readNote(input.reason);
    if (isApproved) {
      requireSecondPerson(step.actor, batch.preparedBy);
      const lines = await listLines(step.tx, batch);
      if (hashContent(batch, lines).toString("hex") !== batch.fingerprint)
        throw new AppError("conflict", { reason: "payroll-content" });
    } else if (refusal === null)
      return step.unchanged({ outcome: "refused" as const, reasons: ["without-reason" as const] });
    await moveBatch(step.tx, batch, { state: isApproved ? "locked" : "draft", refusal, ...by });
    const { code, version, fingerprint } = batch;
    await step.audit({
      objectType: "payroll-batch",
      objectId: batch.id,
      details: { code, version, fingerprint: groupedFingerprint(fingerprint), verdict: input.verdict },
    });
    return { outcome: isApproved ? "locked" : "refused-to" };
  },
);

export type UnlockRefusal = "without-reason" | "has-result" | "has-match";

/**
 * Opens a locked batch again: it gets a version of its own, and every file that was given out is void. Not while a result or a transfer
 * hangs on it.
 */
export const unlockBatch = change(
  { name: "payroll.unlock", permission: "deduction_batch.approve" },
  async (
    step,
    input: Operation & BatchSeen & { readonly reason: string },
  ): Promise<(Moved & { readonly voided: number }) | Refused<UnlockRefusal>> => {
    const { tx, actor, now } = step;
    const batch = await holdBatch(step, input, "unlock");
    const reason = readNote(input.reason);
    const reasons: UnlockRefusal[] = reason === null ? ["without-reason"] : [];
    if ((await findResult(tx, batch.id)) !== undefined) reasons.push("has-result");
    if ((await listMatches(tx, batch.id)).length > 0) reasons.push("has-match");
    if (reason === null || reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const lines = await listLines(tx, batch);
    const version = batch.version + 1;
    const { mandates, promisedRupiah, leftOut } = batch;
    const contentHash = hashContent({ ...batch, version }, lines);
    const by = { by: actor.userId, at: now };
    await updateContent(tx, batch.id, { version, contentHash, mandates, promisedRupiah, leftOut }, by);
    await markUnlocked(tx, batch.id, reason);
    await replaceLines(tx, { ...batch, regionCode: actor.regionCode, version }, lines);
    const voided = await voidFiles(tx, batch.id, by);
    await step.audit({
      objectType: "payroll-batch",
      objectId: batch.id,
      details: { code: batch.code, version, voided, reason },
    });
    return { outcome: "unlocked", voided };
  },
);

/** Closes a batch of which nothing is open any more; says everything that still is. */
export const closeBatch = change(
  { name: "payroll.close", permission: "reconciliation.decide" },
  async (step, input: Operation & BatchSeen) => {
    const batch = await holdBatch(step, input, "close");
    const reasons = await getOpenEnds(step, batch);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused" as const, reasons });
    await markClosed(step.tx, batch.id, { by: step.actor.userId, at: step.now });
    await step.audit({ objectType: "payroll-batch", objectId: batch.id, details: { code: batch.code } });
    return { outcome: "closed" as const, reasons: [] };
  },
);
