import { AppError, isUuid } from "#app";
import { lockLinks } from "#linking";
import { resolveWhole, setAsideUndescribed } from "#people";
import { change, type Operation } from "#use-case";
import { findIdentity, markUndone } from "./identity.store.ts";
import { findEntry, holdPersons } from "./identity.view.ts";
import { lookAgain } from "./look-again.ts";
import { tellVillages } from "./tell-villages.ts";

export type UndoIdentityOutcome =
  | { readonly outcome: "undone"; readonly personCode: string; readonly otherPersonCode: string }
  | { readonly outcome: "refused"; readonly reasons: readonly ("not-standing" | "other-in-use")[] };

/**
 * Takes a merge or a split back: as nothing had moved, every row is where it was, and both are computed from their own. No
 * second person is needed, since what stands again is what lists and earlier decisions had said. Throws `not-found`.
 */
export const undoIdentity = change(
  { name: "identity.undo", permission: "worker.merge" },
  async (step, input: Operation & { readonly decisionId: string }): Promise<UndoIdentityOutcome> => {
    const { tx, area, actor } = step;
    await lockLinks(tx);
    const found = isUuid(input.decisionId) ? await findIdentity(tx, area, input.decisionId) : undefined;
    const person = found && (await findEntry(tx, area, { id: found.personId }));
    if (found === undefined || person === undefined) throw new AppError("not-found");
    if (found.state !== "standing" || found.otherId === null)
      return step.unchanged({ outcome: "refused", reasons: ["not-standing"] });
    const both = [found.personId, found.otherId];
    await holdPersons(tx, both);
    const other = (await findEntry(tx, area, { id: found.otherId }))!;
    const isInUse = other.isEnrolled || other.isPledged || other.isProposed;
    if (found.kind === "split" && other.listRows === 1 && isInUse)
      return step.unchanged({ outcome: "refused", reasons: ["other-in-use"] });
    await markUndone(tx, found.id, actor.userId);
    await resolveWhole(step, both);
    await setAsideUndescribed(step, both);
    await lookAgain(step, { living: both, all: both });
    if (found.kind === "merge") await tellVillages(step, "person-merge-undone", { kept: person, other });
    await step.audit({
      objectType: "person",
      objectId: person.id,
      details: { decisionId: found.id, kind: found.kind, otherPersonId: other.id },
    });
    return { outcome: "undone", personCode: person.code, otherPersonCode: other.code };
  },
);
