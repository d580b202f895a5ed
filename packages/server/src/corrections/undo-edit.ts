import { AppError, isUuid } from "#app";
import { resolvePersons } from "#people";
import { change, type Operation } from "#use-case";
import { lookAgain } from "./edit-person.ts";
import { findEditedPerson } from "./edited-person.view.ts";
import { findPersonEdit, markTakenBack } from "./person-edit.store.ts";

export type UndoEditOutcome =
  | { readonly outcome: "undone"; readonly personCode: string }
  | { readonly outcome: "refused"; readonly reasons: readonly ("already-settled" | "first-entry")[] };

/**
 * Takes back what was said of a field: what an earlier word or the lists say stands again. The row stays. What made a person
 * by hand is not taken back field by field, as nothing would stand instead. Throws `not-found`.
 */
export const undoEdit = change(
  { name: "person.edit-undo", permission: "worker.update" },
  async (step, input: Operation & { readonly correctionId: string }): Promise<UndoEditOutcome> => {
    const { tx, area, actor } = step;
    const edit = isUuid(input.correctionId) ? await findPersonEdit(tx, area, input.correctionId) : undefined;
    const person = edit && (await findEditedPerson(tx, area, { id: edit.personId }, "hold"));
    if (edit === undefined || person === undefined) throw new AppError("not-found");
    if (edit.isEntry) return step.unchanged({ outcome: "refused", reasons: ["first-entry"] });
    const wasStanding = edit.state === "standing";
    if (!(await markTakenBack(tx, edit.id, { actorId: actor.userId, role: actor.role })))
      return step.unchanged({ outcome: "refused", reasons: ["already-settled"] });
    if (wasStanding) {
      await resolvePersons(step, [person.id]);
      await lookAgain(step, person.id, [edit.field]);
    }
    await step.audit({
      objectType: "person",
      objectId: person.id,
      details: { correctionId: edit.id, field: edit.field },
    });
    return { outcome: "undone", personCode: person.code };
  },
);
