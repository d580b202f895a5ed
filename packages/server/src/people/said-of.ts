import type { App } from "#app";
import type { PersonRecord } from "./person-record.store.ts";
import type { StandingEdit } from "./standing-edit.view.ts";

/** Fields of a person that a list may say and that somebody may say a word of their own about. */
export const writtenFields = [
  "name",
  "nik",
  "familyCard",
  "birthDate",
  "birthPlace",
  "sex",
  "address",
  "phone",
  "occupation",
  "income",
  "motherName",
  "heirName",
  "heirRelation",
  "heirPhone",
  "illness",
] as const;
export type WrittenField = (typeof writtenFields)[number];

/** What is said of a field, when, and by which row: ids sort by birth. Null: that there is none. A field nobody spoke of is absent. */
export type Word = { readonly text: string | null; readonly at: Date; readonly rowId: string };
export type Words = ReadonlyMap<WrittenField, Word>;

export const editPlace = (editId: string, column: "value" | "before") =>
  ({ table: "person_edits", column, rowId: editId }) as const;

/** What lists say, oldest row first: the newest word stands, and a blank never wipes out what an earlier list knew. */
export function listedOf(app: App, records: readonly PersonRecord[]): Words {
  const words = new Map<WrittenField, Word>();
  for (const record of records)
    for (const [field, text] of Object.entries(textsOf(app, record)) as [WrittenField, Text][])
      if (text !== null && text !== undefined) words.set(field, { text, at: record.at, rowId: record.id });
  return words;
}

type Text = string | null | undefined;

function textsOf(app: App, record: PersonRecord): Readonly<Partial<Record<WrittenField, Text>>> {
  const open = (column: string, sealed: Buffer | null) =>
    sealed && app.keys.open(sealed, { table: "source_records", column, rowId: record.id });
  const unpack = (column: string, sealed: string | undefined) =>
    sealed === undefined ? null : open(column, Buffer.from(sealed, "base64"));
  const { attributes } = record;
  return {
    name: record.fullName,
    nik: open("nik", record.nikSealed),
    familyCard: open("family_card", record.familyCardSealed),
    birthDate: record.birthDate,
    birthPlace: unpack("birth_place", attributes.birthPlaceSealed),
    sex: record.sex,
    address: record.address,
    phone: open("phone", record.phoneSealed),
    occupation: attributes.occupation,
    income: attributes.income?.toString(),
    motherName: unpack("mother_name", attributes.motherNameSealed),
    heirName: attributes.heirName,
    heirRelation: attributes.heirRelation,
  };
}

/** The newest word that somebody said of each field, opened; what was forgotten is not said. */
export function saidOf(app: App, edits: readonly StandingEdit[]): Words {
  const said = new Map<WrittenField, Word>();
  for (const { id, field, valueSealed, at } of edits) {
    if (valueSealed === null) continue;
    const text = app.keys.open(valueSealed, editPlace(id, "value"));
    said.set(field as WrittenField, { text: text === "" ? null : text, at, rowId: id });
  }
  return said;
}
