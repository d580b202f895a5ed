import { visitAnswers } from "@tuwai/domain/claimability";
import { AppError, isUuid } from "#app";
import { change, type Operation } from "#use-case";
import { findVisit, updateVisit } from "./sample.store.ts";

export type VisitOutcome =
  | { readonly outcome: "answered" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("without-answer" | "answered-already")[] };

/** What a visit found; said once. Throws `not-found`. */
export const answerVisit = change(
  { name: "visit-sample.answer", permission: "claimability.visit" },
  async (
    step,
    input: Operation & { readonly visitId: string; readonly found: string },
  ): Promise<VisitOutcome> => {
    const { tx, area, actor, now } = step;
    const visit = isUuid(input.visitId) ? await findVisit(tx, area, input.visitId) : undefined;
    if (visit === undefined) throw new AppError("not-found");
    const answer = visitAnswers.find((known) => known === input.found);
    if (answer === undefined) return step.unchanged({ outcome: "refused", reasons: ["without-answer"] });
    if (visit.answer !== null) return step.unchanged({ outcome: "refused", reasons: ["answered-already"] });
    await updateVisit(tx, visit.id, { answer, actorId: actor.userId, role: actor.role, at: now });
    // That somebody was visited stands in the trail, what was found does not.
    await step.audit({ objectType: "visit_sample", objectId: visit.id });
    return { outcome: "answered" };
  },
);
