import { AppError, isUuid } from "#app";
import { change, type Operation } from "#use-case";
import { findEvidence, markUndone } from "./evidence.store.ts";

export type UndoEvidenceOutcome =
  | { readonly outcome: "undone" }
  | { readonly outcome: "refused"; readonly reasons: readonly ["already-undone"] };

/** Takes evidence back that was recorded by mistake; the row stays. Throws `not-found`. */
export const undoWorkEvidence = change(
  { name: "work-evidence.undo", permission: "worker.update" },
  async (step, { evidenceId }: Operation & { readonly evidenceId: string }): Promise<UndoEvidenceOutcome> => {
    const { tx, area, actor, now } = step;
    const found = isUuid(evidenceId) ? await findEvidence(tx, area, evidenceId) : undefined;
    if (found === undefined) throw new AppError("not-found");
    if (!(await markUndone(tx, found.id, { actorId: actor.userId, at: now })))
      return step.unchanged({ outcome: "refused", reasons: ["already-undone"] });
    await step.audit({ objectType: "person", objectId: found.personId, details: { evidenceId: found.id } });
    return { outcome: "undone" };
  },
);
