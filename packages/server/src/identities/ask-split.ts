import { AppError, readNote } from "#app";
import { change, type Operation } from "#use-case";
import { findSplit, type RowOf } from "./find-split.ts";
import { insertIdentity } from "./identity.store.ts";
import { findEntry } from "./identity.view.ts";

export type AskSplit = Operation & RowOf & { readonly note?: string };

export type SplitReason = "only-row" | "same-person" | "other-village" | "already-asked";
export type AskSplitOutcome =
  | { readonly outcome: "asked"; readonly decisionId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly SplitReason[] };

/**
 * Asks that a list row describe somebody else than the one it was joined to: a known person of the village, or somebody new.
 * Another person, a data officer, decides. Throws `not-found`.
 */
export const askSplit = change(
  { name: "identity.ask-split", permission: "worker.merge.ask" },
  async (step, input: AskSplit): Promise<AskSplitOutcome> => {
    const { tx, area, actor } = step;
    const { person, row, other } = await findSplit(step, input);
    const entry = row.entryId === person.id ? person : await findEntry(tx, area, { id: row.entryId });
    if (entry === undefined) throw new AppError("not-found");
    const reasons: SplitReason[] = [
      ...(row.others === 0 ? ["only-row" as const] : []),
      ...(other?.id === person.id ? ["same-person" as const] : []),
      ...(other !== null && other.villageCode !== row.villageCode ? ["other-village" as const] : []),
    ];
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const { regionCode, villageCode, kecamatanCode } = entry;
    const id = step.newId();
    const asked = await insertIdentity(tx, {
      regionCode,
      villageCode,
      kecamatanCode,
      id,
      kind: "split",
      personId: entry.id,
      otherId: other?.id ?? null,
      recordId: row.recordId,
      note: readNote(input.note),
      actorId: actor.userId,
      role: actor.role,
    });
    if (!asked) return step.unchanged({ outcome: "refused", reasons: ["already-asked"] });
    await step.audit({
      objectType: "person",
      objectId: person.id,
      details: { decisionId: id, recordId: row.recordId },
    });
    return { outcome: "asked", decisionId: id };
  },
);
