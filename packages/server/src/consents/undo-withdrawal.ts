import { AppError, isUuid } from "#app";
import { restoreConsentsOf } from "#privacy";
import { change, type Operation } from "#use-case";
import { findConsentingPerson } from "./consenting-person.view.ts";
import { findWithdrawal, listWithdrawals, markUndone } from "./withdrawal.store.ts";

export type UndoWithdrawalOutcome =
  | { readonly outcome: "undone" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("already-undone" | "acted-on" | "refusal")[] };

/**
 * Takes back a withdrawal that was recorded of the wrong person: the consent stands as before. Not once a manager has acted on
 * it, and not a refusal, before which nothing stood: then the worker is asked anew. Throws `not-found`.
 */
export const undoConsentWithdrawal = change(
  { name: "consent.undo-withdrawal", permission: "consent.withdraw" },
  async (
    step,
    { withdrawalId }: Operation & { readonly withdrawalId: string },
  ): Promise<UndoWithdrawalOutcome> => {
    const { tx, area, actor } = step;
    const found = isUuid(withdrawalId) ? await findWithdrawal(tx, area, withdrawalId) : undefined;
    const person = found && (await findConsentingPerson(tx, area, { id: found.personId }, "hold"));
    if (found === undefined || person === undefined) throw new AppError("not-found");
    const now = (await listWithdrawals(tx, person.id)).find(({ id }) => id === found.id) ?? found;
    if (now.undoneAt !== null) return step.unchanged({ outcome: "refused", reasons: ["already-undone"] });
    if (now.handledAt !== null) return step.unchanged({ outcome: "refused", reasons: ["acted-on"] });
    if (!now.wasGiven) return step.unchanged({ outcome: "refused", reasons: ["refusal"] });
    if (!(await markUndone(tx, now.id, { actorId: actor.userId, at: step.now })))
      return step.unchanged({ outcome: "refused", reasons: ["acted-on"] });
    await restoreConsentsOf(step, person.id, now.recordedAt);
    await step.follow("eligibility.judge", { personIds: [person.id] });
    await step.audit({ objectType: "person", objectId: person.id, details: { withdrawalId: now.id } });
    return { outcome: "undone" };
  },
);
