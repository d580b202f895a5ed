import { readNote } from "#app";
import { change, type Operation } from "#use-case";
import { insertIdentity } from "./identity.store.ts";
import { holdPersons } from "./identity.view.ts";
import { type MergeReason, reasonsAgainstMerge } from "./merge-reasons.ts";
import { findPair } from "./preview-merge.ts";

export type AskMerge = Operation & {
  /** Who is kept. */
  readonly personCode: string;
  readonly otherPersonCode: string;
  readonly note?: string;
};

export type AskMergeOutcome =
  | { readonly outcome: "asked"; readonly decisionId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly MergeReason[] };

/** Asks that two entries be read as one human being; another person, a data officer, decides. Throws `not-found`. */
export const askMerge = change(
  { name: "identity.ask-merge", permission: "worker.merge.ask" },
  async (step, input: AskMerge): Promise<AskMergeOutcome> => {
    const { tx, actor } = step;
    const { kept, other } = await findPair(step, input);
    await holdPersons(tx, [kept.id, other.id]);
    const reasons = reasonsAgainstMerge(kept, other);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const { regionCode, villageCode, kecamatanCode } = kept;
    const id = step.newId();
    const row = {
      id,
      kind: "merge",
      personId: kept.id,
      otherId: other.id,
      recordId: null,
      note: readNote(input.note),
    } as const;
    const place = { regionCode, villageCode, kecamatanCode };
    if (!(await insertIdentity(tx, { ...row, ...place, actorId: actor.userId, role: actor.role })))
      return step.unchanged({ outcome: "refused", reasons: ["already-asked"] });
    await step.audit({
      objectType: "person",
      objectId: kept.id,
      details: { decisionId: id, otherPersonId: other.id },
    });
    return { outcome: "asked", decisionId: id };
  },
);
