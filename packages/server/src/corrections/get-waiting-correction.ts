import { AppError, isUuid } from "#app";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { read, type Step } from "#use-case";
import { findEditedPerson } from "./edited-person.view.ts";
import { asCorrection, type Correction } from "./get-corrections.ts";
import { findPersonEdit, type PersonEditRow } from "./person-edit.store.ts";
import { textsOf } from "./shown-text.ts";

export type WaitingWord = { readonly person: ShownPerson; readonly correction: Correction };

/**
 * One correction with the old and the new word, for the second person. A NIK is opened for whoever may decide on it, with a
 * fresh step-up, and written into the access log. Throws `not-found`.
 */
export const getWaitingCorrection = read(
  { purpose: "correction-check", permission: "worker.correction.approve" },
  async (step, { correctionId }: { readonly correctionId: string }): Promise<WaitingWord> => {
    const { tx, area, actor } = step;
    const edit = isUuid(correctionId) ? await findPersonEdit(tx, area, correctionId) : undefined;
    const person = edit && (await findEditedPerson(tx, area, { id: edit.personId }, "look"));
    if (edit === undefined || person === undefined) throw new AppError("not-found");
    const isNik = edit.field === "nik";
    const opened = isNik ? openNik(step, edit) : {};
    await step.seen({
      personIds: [person.id],
      fields: [...shownFields(actor.role), ...(isNik ? ["nik"] : [])],
    });
    return {
      person: showPerson(actor.role, person),
      correction: { ...asCorrection(step, edit), ...opened },
    };
  },
);

function openNik(step: Step, edit: PersonEditRow): Pick<Correction, "before" | "value"> {
  step.under("worker.correction.approve_nik");
  const { before, value } = textsOf(step.app, edit);
  return { before: { text: before, isHidden: false }, value: { text: value, isHidden: false } };
}
