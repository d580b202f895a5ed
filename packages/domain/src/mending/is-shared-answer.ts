import { type FieldName, fieldKinds, type ValueKind } from "#intake";

const ofOnePerson: ReadonlySet<ValueKind> = new Set<ValueKind>([
  "nik", "head-nik", "family-card", "nip", "kpj", "phone", "code", "name", "date", "place-date", "life-status",
]); // oxfmt-ignore

/**
 * Whether the same wrong text in other rows may get the same answer. A word that means something does; what belongs to one human
 * being (a number, a name, a day, who died and what is noted of it) never: the next row's answer is another one.
 */
export function isSharedAnswer(field: FieldName | null | undefined): boolean {
  return field !== null && field !== undefined && field !== "note" && !ofOnePerson.has(fieldKinds[field]);
}
