import { maskPhone, MASKED_NUMBER, type Phone } from "@tuwai/domain/identity";
import { maskOf, type PersonField } from "#access";
import type { App, Role } from "#app";
import { editPlace, type WrittenField } from "#people";
import type { PersonEditRow } from "./person-edit.store.ts";

/** A text as a role may see it. `hidden`: there is one, and this role may not read it. */
export type ShownText = { readonly text: string | null; readonly isHidden: boolean };

/** Under which field of the table each written one stands; heirs are told as relatives of the person. */
const fieldOf = {
  name: "full_name",
  nik: "nik",
  familyCard: "kk",
  birthDate: "birth_date",
  birthPlace: "mother_name",
  sex: "sex",
  address: "address_detail",
  phone: "phone",
  occupation: "occupation_text",
  income: "occupation_text",
  motherName: "mother_name",
  heirName: "address_detail",
  heirRelation: "address_detail",
  heirPhone: "phone",
  illness: "mother_name",
} as const satisfies Record<WrittenField, PersonField>;

/** The fields of the table that somebody of this role reads on a person's corrections. */
export const accessFields = (role: Role): readonly PersonField[] =>
  [...new Set(Object.values(fieldOf))].filter((field) => maskOf(role, field) === "full");

/** Numbers of the identity card and the mother's name are never read here: who checks one opens it by itself. */
export function shownText(role: Role, field: WrittenField, text: string | null): ShownText {
  const mask = maskOf(role, fieldOf[field]);
  if (text === null) return { text: null, isHidden: false };
  if (mask === "full") return { text, isHidden: false };
  if (mask === "phone") return { text: maskPhone(text as Phone), isHidden: true };
  const isNumber = field === "nik" || field === "familyCard";
  return { text: isNumber && mask !== null ? MASKED_NUMBER : null, isHidden: true };
}

/** What it was and what it should be, opened; an empty word is none, and so is one that was forgotten. */
export function textsOf(
  app: App,
  { id, valueSealed, beforeSealed }: Pick<PersonEditRow, "id" | "valueSealed" | "beforeSealed">,
): { readonly before: string | null; readonly value: string | null } {
  const open = (column: "value" | "before", sealed: Buffer | null) =>
    (sealed && app.keys.open(sealed, editPlace(id, column))) || null;
  return { before: open("before", beforeSealed), value: open("value", valueSealed) };
}
