import { maskOf, may } from "#access";
import { AppError } from "#app";
import { requireCode, shownFields, showPerson, type ShownPerson } from "#people";
import { read } from "#use-case";
import { type EvidenceRow, listEvidence } from "./evidence.store.ts";
import { findWorkingPerson, listWorkSources, type WorkSource } from "./working-person.view.ts";

export type WorkEvidence = {
  readonly person: ShownPerson;
  /** As it was said; absent where the role may not see it. */
  readonly occupation?: string | null;
  /** Who says so, newest first; only for whoever may read lists and corrections. */
  readonly sources: readonly WorkSource[];
  /** Newest first. */
  readonly evidence: readonly Omit<EvidenceRow, "personId">[];
  readonly mayAdd: boolean;
};

/** What one worker works as, who says so and what shows it. Throws `not-found`. */
export const getWorkEvidence = read(
  { purpose: "work-evidence", permission: "worker.evidence.read" },
  async (step, { personCode }: { readonly personCode: string }): Promise<WorkEvidence> => {
    const { tx, area, actor } = step;
    const person = await findWorkingPerson(tx, area, requireCode(personCode));
    if (person === undefined) throw new AppError("not-found");
    await step.seen({ personIds: [person.id], fields: shownFields(actor.role, "occupation_text") });
    const seesSources = may(actor, "worker.source.read") && may(actor, "worker.correction.read");
    return {
      person: showPerson(actor.role, person),
      ...(maskOf(actor.role, "occupation_text") === null ? {} : { occupation: person.occupationText }),
      sources: seesSources ? await listWorkSources(tx, person.id) : [],
      evidence: (await listEvidence(tx, person.id)).map((row) => ({ ...row, personId: undefined })),
      mayAdd: may(actor, "worker.update"),
    };
  },
);
