import { parseCivilDate } from "@tuwai/domain/time";
import { readNote } from "#app";
import { addPerson, editPlace, type WrittenField } from "#people";
import { giveConsents } from "#privacy";
import { placeOf } from "#regions";
import { change, type Operation, type Step } from "#use-case";
import { checkWords, type Typed } from "./check-words.ts";
import { type EditReason, lookAgain, reasonsAgainst, type Told } from "./edit-person.ts";
import { type LikelyPerson, likelyPersons } from "./find-likely-persons.ts";
import { linkedFields } from "./correction.ts";
import { insertPersonEdits, type NewPersonEdit } from "./person-edit.store.ts";

/** How somebody agreed to be enrolled (UU 27/2022 art. 20, 22: written or recorded); `none`: not asked yet. */
export const consentKinds = ["written", "spoken", "none"] as const;
export type ConsentKind = (typeof consentKinds)[number];

export type NewWorker = Operation &
  Told & {
    readonly villageCode: string;
    readonly fields: Typed;
    readonly consent: ConsentKind;
    /** Said after the likely ones were shown. */
    readonly isSomebodyElse: boolean;
  };

export type RegisterReason =
  | EditReason
  | {
      readonly field: WrittenField | null;
      readonly code: "already-listed" | "looks-like-somebody" | "not-told-apart" | "without-consent-kind";
      readonly details: Readonly<Record<string, never>>;
    };

export type RegisterOutcome =
  | { readonly outcome: "registered"; readonly personCode: string }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly RegisterReason[];
      readonly likely: readonly LikelyPerson[];
    };

/**
 * Adds a worker whom no list has named, by the rules of a list's row and only after whoever may be the same was looked at.
 * What was said stands as a first entry, under the source it came from. Throws `not-found` for a village out of reach.
 */
export const registerPerson = change(
  { name: "person.register", permission: "worker.create" },
  async (step, input: NewWorker): Promise<RegisterOutcome> => {
    const place = step.within((await placeOf(step.tx, input.villageCode)) ?? undefined);
    const { words, reasons } = checkWords(step, saidAtAll(input.fields), new Map());
    const known = new Map(
      [...words].flatMap(([field, text]) => (text === null ? [] : [[field, text] as const])),
    );
    const likely = await likelyPersons(step, lookedFor(input.villageCode, known));
    const against = [
      ...reasons,
      ...reasonsAgainst(step, input, known.size),
      ...reasonsOf(input, known, likely),
    ];
    if (against.length > 0) return step.unchanged({ outcome: "refused", reasons: against, likely });
    const person = await addPerson(step, place, known);
    await keepEntry(step, { ...place, personId: person.id }, { known, told: input });
    await keepConsent(step, person.id, input);
    await lookAgain(step, person.id, linkedFields);
    await step.audit({
      objectType: "person",
      objectId: person.id,
      details: { source: input.source, consent: input.consent, fields: [...known.keys()] },
    });
    return { outcome: "registered", personCode: person.code };
  },
);

/** A name must be said; of the rest what is blank is not known yet. */
function saidAtAll(fields: Typed): Typed {
  const said = Object.entries(fields).filter(([field, text]) => field === "name" || text.trim() !== "");
  return { name: "", ...Object.fromEntries(said) };
}

function lookedFor(villageCode: string, known: ReadonlyMap<WrittenField, string>) {
  const birthDate = known.get("birthDate");
  const nik = known.get("nik");
  return {
    villageCode,
    name: known.get("name") ?? "",
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(nik === undefined ? {} : { nik }),
  };
}

function reasonsOf(
  input: NewWorker,
  known: ReadonlyMap<WrittenField, string>,
  likely: readonly LikelyPerson[],
): RegisterReason[] {
  const isTold = known.has("nik") || known.has("birthDate") || known.has("familyCard");
  const hasNik = likely.some(({ because }) => because === "nik");
  const found: readonly [boolean, RegisterReason][] = [
    [!isTold, { field: "birthDate", code: "not-told-apart", details: {} }],
    [hasNik, { field: "nik", code: "already-listed", details: {} }],
    [
      !hasNik && likely.length > 0 && !input.isSomebodyElse,
      { field: null, code: "looks-like-somebody", details: {} },
    ],
    [!consentKinds.includes(input.consent), { field: null, code: "without-consent-kind", details: {} }],
  ];
  return found.flatMap(([isSo, reason]) => (isSo ? [reason] : []));
}

type Entered = { readonly known: ReadonlyMap<WrittenField, string>; readonly told: Told };
type At = {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly personId: string;
};

async function keepEntry(step: Step, at: At, { known, told }: Entered): Promise<void> {
  const edits = [...known].map(([field, text]): NewPersonEdit => {
    const id = step.newId();
    const valueSealed = step.app.keys.seal(text, editPlace(id, "value"));
    return { id, field, valueSealed, beforeSealed: null, state: "standing" };
  });
  await insertPersonEdits(step.tx, edits, {
    ...at,
    source: told.source,
    toldOn: parseCivilDate(told.toldOn)!,
    note: readNote(told.note),
    isEntry: true,
    actorId: step.actor.userId,
    role: step.actor.role,
  });
}

async function keepConsent(step: Step, personId: string, { consent, villageCode }: NewWorker): Promise<void> {
  if (consent === "none") return;
  const textVersion = `daftar-1:${consent}`;
  await giveConsents(step, [personId], {
    subjectType: "person",
    villageCode,
    purpose: "enrolment",
    textVersion,
  });
}
