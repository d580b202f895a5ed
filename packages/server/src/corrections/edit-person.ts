import { parseCivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { editPlace, knownWords, requireCode, resolvePersons, type WrittenField } from "#people";
import { change, type Operation, type Step } from "#use-case";
import { checkWords, type Typed, type WordReason } from "./check-words.ts";
import { type CorrectionSource, correctionSources, identityFields, linkedFields } from "./correction.ts";
import { type EditedPerson, findEditedPerson } from "./edited-person.view.ts";
import { insertPersonEdits, listPersonEdits, type NewPersonEdit } from "./person-edit.store.ts";

/** How somebody came to know it. */
export type Told = {
  readonly source: CorrectionSource;
  /** The day the card was seen, the call taken or the visit made, "YYYY-MM-DD". */
  readonly toldOn: string;
  readonly note?: string;
};

export type PersonEdit = Operation &
  Told & {
    readonly personCode: string;
    /** The person's version when the form was opened. */
    readonly version: number;
    /** Fields as typed; a field that is left out stays as it is. */
    readonly fields: Typed;
  };

export type EditReason =
  | WordReason
  | {
      readonly field: WrittenField | null;
      readonly code:
        | "nothing-changed"
        | "already-waiting"
        | "without-day"
        | "day-in-the-future"
        | "without-source";
      readonly details: Readonly<Record<string, never>>;
    };

export type EditOutcome =
  | {
      readonly outcome: "recorded";
      readonly standing: readonly WrittenField[];
      readonly waiting: readonly WrittenField[];
    }
  | { readonly outcome: "refused"; readonly reasons: readonly EditReason[] };

/**
 * What a card, a call or a visit says of a person, field by field. Name, NIK, birth date and sex wait for a second person,
 * everything else stands at once, over every list, until it is taken back. Throws `not-found`, and `stale` when somebody
 * changed the person since the form was opened.
 */
export const editPerson = change(
  { name: "person.edit", permission: "worker.update" },
  async (step, input: PersonEdit): Promise<EditOutcome> => {
    const person = await findEditedPerson(
      step.tx,
      step.area,
      { code: requireCode(input.personCode) },
      "hold",
    );
    if (person === undefined) throw new AppError("not-found");
    if (person.version !== input.version) throw new AppError("stale", { version: person.version });
    const { now } = await knownWords(step, person.id);
    const { words, reasons } = checkWords(step, input.fields, now);
    const changed = [...words].filter(([field, text]) => (now.get(field) ?? null) !== text);
    const against = [...reasons, ...reasonsAgainst(step, input, changed.length + reasons.length)];
    const waits = await waitingAlready(step, person.id);
    against.push(
      ...changed.flatMap(([field]) => (waits.has(field) ? [reason("already-waiting", field)] : [])),
    );
    if (against.length > 0) return step.unchanged({ outcome: "refused", reasons: against });
    const edits = changed.map(([field, text]) =>
      sealed(step, { field, text, before: now.get(field) ?? null }),
    );
    await keep(step, person, { edits, told: input });
    const inState = (state: NewPersonEdit["state"]) =>
      edits.filter((edit) => edit.state === state).map(({ field }) => field);
    return { outcome: "recorded", standing: inState("standing"), waiting: inState("waiting") };
  },
);

const reason = (
  code: Exclude<EditReason, WordReason>["code"],
  field: WrittenField | null = null,
): EditReason => ({ field, code, details: {} });

/** What speaks against keeping anything at all. `said`: how many fields say something else than before. */
export function reasonsAgainst({ today }: Step, told: Told, said: number): EditReason[] {
  const day = parseCivilDate(told.toldOn);
  return [
    ...(correctionSources.includes(told.source) ? [] : [reason("without-source")]),
    ...(day === undefined ? [reason("without-day")] : []),
    ...(day !== undefined && day > today ? [reason("day-in-the-future")] : []),
    ...(said === 0 ? [reason("nothing-changed")] : []),
  ];
}

async function waitingAlready({ tx }: Step, personId: string): Promise<ReadonlySet<WrittenField>> {
  const edits = await listPersonEdits(tx, personId);
  return new Set(edits.filter(({ state }) => state === "waiting").map(({ field }) => field));
}

type NewWord = {
  readonly field: WrittenField;
  readonly text: string | null;
  readonly before: string | null;
};

/** An edit as it is kept: both texts sealed, whatever the field. */
function sealed({ app, newId }: Step, { field, text, before }: NewWord): NewPersonEdit {
  const id = newId();
  return {
    id,
    field,
    valueSealed: app.keys.seal(text ?? "", editPlace(id, "value")),
    beforeSealed: before === null ? null : app.keys.seal(before, editPlace(id, "before")),
    state: identityFields.includes(field) ? "waiting" : "standing",
  };
}

async function keep(
  step: Step,
  person: EditedPerson,
  { edits, told }: { readonly edits: readonly NewPersonEdit[]; readonly told: Told },
): Promise<void> {
  await insertPersonEdits(step.tx, edits, {
    ...person,
    personId: person.id,
    source: told.source,
    toldOn: parseCivilDate(told.toldOn)!,
    note: readNote(told.note),
    isEntry: false,
    actorId: step.actor.userId,
    role: step.actor.role,
  });
  const standing = edits.filter(({ state }) => state === "standing").map(({ field }) => field);
  if (standing.length > 0) {
    await resolvePersons(step, [person.id]);
    await lookAgain(step, person.id, standing);
  }
  await step.audit({
    objectType: "person",
    objectId: person.id,
    details: { edits: edits.map(({ id, field, state }) => ({ id, field, state })), source: told.source },
  });
}

/** Links, judgement and cover follow what stands from now on; the engine runs only where other records may be meant. */
export async function lookAgain(
  step: Step,
  personId: string,
  fields: readonly WrittenField[],
): Promise<void> {
  const relink = fields.some((field) => linkedFields.includes(field));
  await step.follow("people.link", { personIds: [personId], relink, compare: relink });
}
