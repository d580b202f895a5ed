import type { CivilDate } from "@tuwai/domain/time";
import { may } from "#access";
import { AppError, type Role } from "#app";
import {
  knownWords,
  requireCode,
  shownFields,
  showPerson,
  type ShownPerson,
  type WrittenField,
  writtenFields,
} from "#people";
import { read, type Step } from "#use-case";
import { type CorrectionSource, type CorrectionState, identityFields } from "./correction.ts";
import { findEditedPerson } from "./edited-person.view.ts";
import { listPersonEdits, type PersonEditRow } from "./person-edit.store.ts";
import { accessFields, shownText, type ShownText, textsOf } from "./shown-text.ts";

export type Correction = {
  readonly id: string;
  readonly field: WrittenField;
  readonly before: ShownText;
  readonly value: ShownText;
  readonly source: CorrectionSource;
  readonly toldOn: CivilDate;
  readonly note: string | null;
  readonly state: CorrectionState;
  readonly recordedAt: Date;
  readonly recordedRole: Role;
  readonly isMine: boolean;
  readonly decidedAt: Date | null;
  readonly decidedRole: Role | null;
  readonly refusal: string | null;
  readonly undoneAt: Date | null;
  readonly undoneRole: Role | null;
  readonly mayUndo: boolean;
  readonly mayDecide: boolean;
  readonly version: number;
};

export type KnownField = {
  readonly field: WrittenField;
  readonly text: ShownText;
  readonly waitsForSecond: boolean;
  readonly isWaiting: boolean;
  /** What a newer list says instead; null when none does. The word that was said stands. */
  readonly newerList: { readonly text: ShownText; readonly at: Date } | null;
};

export type Corrections = {
  readonly person: ShownPerson;
  readonly version: number;
  readonly fields: readonly KnownField[];
  /** Newest first. */
  readonly history: readonly Correction[];
  readonly mayEdit: boolean;
};

/** What is known of a person field by field, and everything that was said of it. Throws `not-found`. */
export const getCorrections = read(
  { purpose: "worker-corrections", permission: "worker.correction.read" },
  async (step, { personCode }: { readonly personCode: string }): Promise<Corrections> => {
    const { tx, area, actor } = step;
    const person = await findEditedPerson(tx, area, { code: requireCode(personCode) }, "look");
    if (person === undefined) throw new AppError("not-found");
    await step.seen({ personIds: [person.id], fields: shownFields(actor.role, ...accessFields(actor.role)) });
    const { now, listed } = await knownWords(step, person.id);
    const edits = await listPersonEdits(tx, person.id);
    return {
      person: showPerson(actor.role, person),
      version: person.version,
      fields: writtenFields.map((field): KnownField => {
        const standing = edits.find((edit) => edit.field === field && edit.state === "standing");
        const list = listed.get(field);
        const saysOtherwise =
          standing !== undefined &&
          list !== undefined &&
          list.rowId > standing.id &&
          list.text !== (now.get(field) ?? null);
        return {
          field,
          text: shownText(actor.role, field, now.get(field) ?? null),
          waitsForSecond: identityFields.includes(field),
          isWaiting: edits.some((edit) => edit.field === field && edit.state === "waiting"),
          newerList: saysOtherwise ? { text: shownText(actor.role, field, list.text), at: list.at } : null,
        };
      }),
      history: edits.map((edit) => asCorrection(step, edit)),
      mayEdit: may(actor, "worker.update"),
    };
  },
);

/** One word as a role may see it; the texts of a NIK only where they were asked for by themselves. */
export function asCorrection({ app, actor }: Step, edit: PersonEditRow): Correction {
  const { personId: _, valueSealed: __, beforeSealed: ___, isEntry, recordedBy, ...shown } = edit;
  const { before, value } = textsOf(app, edit);
  const isMine = recordedBy === actor.userId;
  const isOpen = edit.state === "waiting" || edit.state === "standing";
  const permission = edit.field === "nik" ? "worker.correction.approve_nik" : "worker.correction.approve";
  return {
    ...shown,
    before: shownText(actor.role, edit.field, before),
    value: shownText(actor.role, edit.field, value),
    isMine,
    mayUndo: isOpen && !isEntry && may(actor, "worker.update"),
    mayDecide: edit.state === "waiting" && !isMine && may(actor, permission),
  };
}
