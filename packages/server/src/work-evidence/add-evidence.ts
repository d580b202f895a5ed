import { parseCivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { requireCode } from "#people";
import { change, type Operation } from "#use-case";
import { type EvidenceReason, reasonsAgainstEvidence, type ToldEvidence } from "./evidence.ts";
import { insertEvidence } from "./evidence.store.ts";
import { findWorkingPerson } from "./working-person.view.ts";

export type EvidenceOutcome =
  | { readonly outcome: "kept"; readonly evidenceId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly EvidenceReason[] };

/**
 * What shows that somebody works: where the photo or statement is kept and what it shows, or that somebody saw the work. The
 * occupation itself does not change by it. Throws `not-found`, and `identity-number-in-note` for a number in its words.
 */
export const addWorkEvidence = change(
  { name: "work-evidence.add", permission: "worker.update" },
  async (
    step,
    input: Operation & ToldEvidence & { readonly personCode: string },
  ): Promise<EvidenceOutcome> => {
    const { tx, area, actor } = step;
    const person = await findWorkingPerson(tx, area, requireCode(input.personCode));
    if (person === undefined) throw new AppError("not-found");
    const reasons = reasonsAgainstEvidence(input, step.today);
    const [shows, seenOn] = [readNote(input.shows), parseCivilDate(input.seenOn)];
    const reference = readNote(input.reference);
    if (reasons.length > 0 || shows === null || seenOn === undefined)
      return step.unchanged({ outcome: "refused", reasons });
    const id = step.newId();
    await insertEvidence(tx, {
      regionCode: actor.regionCode,
      id,
      villageCode: person.villageCode,
      kecamatanCode: person.kecamatanCode,
      personId: person.id,
      kind: input.kind,
      shows,
      reference,
      seenOn,
      recordedBy: actor.userId,
      recordedRole: actor.role,
      recordedAt: step.now,
    });
    await step.audit({
      objectType: "person",
      objectId: person.id,
      details: { evidenceId: id, kind: input.kind, seenOn },
    });
    return { outcome: "kept", evidenceId: id };
  },
);
