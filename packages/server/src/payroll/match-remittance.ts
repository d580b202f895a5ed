import { officePart } from "@tuwai/domain/ledger";
import { rupiah } from "@tuwai/domain/money";
import { AppError, isUuid } from "#app";
import { lockCity } from "#database";
import { postEntries, postReversals } from "#ledger";
import { change, type Operation } from "#use-case";
import { transferOf } from "./known-batch.ts";
import { insertMatch, listMatches, markMatchUndone } from "./remittance.store.ts";
import { type BatchSeen, holdBatch } from "./require-batch.ts";
import { findResult } from "./result.store.ts";
import { type RemittanceName, requireRemittance } from "./tell-remittance.ts";

export type MatchRefusal =
  | "not-received"
  | "other-office"
  | "no-result"
  | "not-in-books"
  | "nothing-left"
  | "nothing-open";

export type MatchOutcome =
  | {
      readonly outcome: "matched";
      readonly rupiah: number;
      readonly inSuspense: number;
      readonly short: number;
    }
  | { readonly outcome: "refused"; readonly reasons: readonly MatchRefusal[] };

/**
 * A transfer is the deductions of a batch, as far as both reach: it leaves suspense for what the office took. What is more than the batch
 * explains stays in suspense. Throws `stale`, `conflict`.
 */
export const matchRemittance = change(
  { name: "payroll.match", permission: "reconciliation.decide" },
  async (step, input: Operation & BatchSeen & RemittanceName): Promise<MatchOutcome> => {
    const { tx, actor, now } = step;
    const batch = await holdBatch(step, input, "answer");
    await lockCity(tx, `remittance|${input.remittanceCode}`);
    const remittance = await requireRemittance(step, input);
    const result = await findResult(tx, batch.id);
    const left = remittance.rupiah - remittance.matchedRupiah;
    const transfer = await transferOf(step, batch);
    const reasons: MatchRefusal[] = [
      ...(remittance.receivedAt === null ? ["not-received" as const] : []),
      ...(remittance.office === batch.office ? [] : ["other-office" as const]),
      ...(result === undefined ? ["no-result" as const] : []),
      ...(result !== undefined && result.entryId === null ? ["not-in-books" as const] : []),
      ...(left <= 0 ? ["nothing-left" as const] : []),
      ...(result !== undefined && transfer.short <= 0 ? ["nothing-open" as const] : []),
    ];
    if (reasons.length > 0 || remittance.arrivedOn === null)
      return step.unchanged({ outcome: "refused", reasons });
    const amount = Math.min(left, transfer.short);
    const [id, entryId] = [step.newId(), step.newId()];
    const from = { kind: "office" as const, office: officePart(batch.office) };
    await postEntries(step, [
      {
        id: entryId,
        event: { kind: "identify", from, amount: rupiah(amount) },
        naturalKey: `payroll|identify|${id}`,
        valueDate: step.today,
      },
    ]);
    const { regionCode, userId: by } = actor;
    const of = { regionCode, id, batchId: batch.id, remittanceId: remittance.id, office: batch.office };
    await insertMatch(tx, { ...of, rupiah: amount, entryId }, { by, at: now });
    const codes = { batch: batch.code, remittance: remittance.code };
    await step.audit({ objectType: "payroll-match", objectId: id, details: { ...codes, rupiah: amount } });
    return { outcome: "matched", rupiah: amount, inSuspense: left - amount, short: transfer.short - amount };
  },
);

/** Both sides are open again: the money is in suspense, the deductions wait for a transfer. Throws `not-found`, `stale`, `conflict`. */
export const undoMatch = change(
  { name: "payroll.undo-match", permission: "reconciliation.decide" },
  async (
    step,
    input: Operation & BatchSeen & { readonly matchId: string },
  ): Promise<{ readonly outcome: "undone" | "undone-before" }> => {
    const batch = await holdBatch(step, input, "answer");
    const match = (await listMatches(step.tx, batch.id)).find(({ id }) => id === input.matchId);
    if (!isUuid(input.matchId)) throw new AppError("not-found");
    if (match === undefined) return step.unchanged({ outcome: "undone-before" });
    await markMatchUndone(step.tx, match.id, { by: step.actor.userId, at: step.now });
    await postReversals(step, { entryIds: [match.entryId], reason: "payroll match taken back" });
    const { remittanceCode: remittance, rupiah: amount } = match;
    await step.audit({
      objectType: "payroll-match",
      objectId: match.id,
      details: { batch: batch.code, remittance, rupiah: amount },
    });
    return { outcome: "undone" };
  },
);
