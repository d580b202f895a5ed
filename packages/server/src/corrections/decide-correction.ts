import { requireSecondPerson } from "#access";
import { AppError, isUuid, readNote } from "#app";
import { change, type Operation } from "#use-case";
import { findEditedPerson } from "./edited-person.view.ts";
import { findPersonEdit, markDecided } from "./person-edit.store.ts";

export type CorrectionDecision = Operation & {
  readonly correctionId: string;
  readonly version: number;
  readonly verdict: "approve" | "refuse";
  /** Why not; needed for a refusal. */
  readonly reason?: string;
};

export type DecisionOutcome =
  | { readonly outcome: "approved" | "refused-edit"; readonly personCode: string }
  | { readonly outcome: "refused"; readonly reasons: readonly ("already-settled" | "without-reason")[] };

/**
 * The second person's word on a name, a NIK, a birth date or a sex. Whoever said it first may not; a NIK is decided by whoever
 * may open it. Throws `not-found`, `four-eyes`, and `stale` when it was decided or changed meanwhile.
 */
export const decideCorrection = change(
  { name: "person.edit-decide", permission: "worker.correction.approve" },
  async (step, input: CorrectionDecision): Promise<DecisionOutcome> => {
    const { tx, area, actor } = step;
    const edit = isUuid(input.correctionId) ? await findPersonEdit(tx, area, input.correctionId) : undefined;
    const person = edit && (await findEditedPerson(tx, area, { id: edit.personId }, "look"));
    if (edit === undefined || person === undefined) throw new AppError("not-found");
    if (edit.field === "nik") step.under("worker.correction.approve_nik");
    requireSecondPerson(actor, edit.recordedBy);
    if (edit.state !== "waiting") return step.unchanged({ outcome: "refused", reasons: ["already-settled"] });
    const isApproved = input.verdict === "approve";
    const refusal = isApproved ? null : readNote(input.reason);
    if (!isApproved && refusal === null)
      return step.unchanged({ outcome: "refused", reasons: ["without-reason"] });
    const decided = { state: isApproved ? "standing" : "refused", refusal } as const;
    const at = { id: edit.id, version: input.version };
    if (!(await markDecided(tx, at, { ...decided, actorId: actor.userId, role: actor.role })))
      throw new AppError("stale", { version: edit.version });
    // The village head's own login may not write a person: the city's does it, once this is written.
    if (isApproved) await step.follow("people.resolve", { personIds: [person.id] });
    await step.audit({
      objectType: "person",
      objectId: person.id,
      details: { correctionId: edit.id, field: edit.field, verdict: input.verdict },
    });
    return { outcome: isApproved ? "approved" : "refused-edit", personCode: person.code };
  },
);
