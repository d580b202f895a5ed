import { AppError, isUuid, readNote } from "#app";
import { change, type Operation } from "#use-case";
import { findWithdrawal, markHandled } from "./withdrawal.store.ts";

export type HandleWithdrawal = Operation & {
  readonly withdrawalId: string;
  /** What was done, without a number of anybody. */
  readonly note?: string;
};

export type HandleWithdrawalOutcome =
  | { readonly outcome: "kept" }
  | { readonly outcome: "refused"; readonly reasons: readonly ["not-standing"] };

/** That payer and BPJS were told of a withdrawal. It leaves the managers' tasks and can no longer be undone. Throws `not-found`. */
export const handleWithdrawal = change(
  { name: "consent.handle-withdrawal", permission: "consent.withdrawal.handle" },
  async (step, { withdrawalId, note }: HandleWithdrawal): Promise<HandleWithdrawalOutcome> => {
    const { tx, area, actor, now } = step;
    const found = isUuid(withdrawalId) ? await findWithdrawal(tx, area, withdrawalId) : undefined;
    if (found === undefined) throw new AppError("not-found");
    const by = { actorId: actor.userId, at: now, note: readNote(note) };
    if (!(await markHandled(tx, found.id, by)))
      return step.unchanged({ outcome: "refused", reasons: ["not-standing"] });
    await step.audit({
      objectType: "person",
      objectId: found.personId,
      details: { withdrawalId: found.id },
    });
    return { outcome: "kept" };
  },
);
