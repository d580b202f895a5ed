import { type FieldName, importFields, type ImportKind } from "#intake";
import { headerWords } from "./header-words.ts";

export type TemplateColumn = {
  readonly field: FieldName;
  readonly header: string;
  /** Headers of which one at least must be there, this one among them; empty where the column may be missing. */
  readonly anyOf: readonly string[];
};

/** Said by another column of the template, or found only in lists of other programs. */
const leftOut: ReadonlySet<FieldName> = new Set([
  "rowNumber", "headNik", "birthPlaceDate", "maleTick", "femaleTick", "hamlet", "monthCount", "lifeStatus",
]); // oxfmt-ignore

/** Chosen when the list is sent, or made by us. */
const leftOutOf: Partial<Readonly<Record<ImportKind, readonly FieldName[]>>> = {
  "village-list": ["village", "kecamatan", "personCode"],
};

const abbreviations = new Set(["nik", "kk", "rt", "rw", "kpj", "npp", "nip", "opd", "sk", "hp"]);

/** The columns of an empty list of a kind, headed by the first word by which the importer knows each: they cannot drift apart. */
export function templateColumns(kind: ImportKind): readonly TemplateColumn[] {
  const { fields, required } = importFields[kind];
  return fields
    .filter((field) => !leftOut.has(field) && leftOutOf[kind]?.includes(field) !== true)
    .map((field) => ({
      field,
      header: headerOf(field),
      anyOf: (required.find((group) => group.includes(field)) ?? [])
        .filter((other) => !leftOut.has(other))
        .map(headerOf),
    }));
}

/** "no hp" → "No HP". */
function headerOf(field: FieldName): string {
  const text = (headerWords[field][0] ?? field)
    .split(" ")
    .map((word) => (abbreviations.has(word) ? word.toUpperCase() : word))
    .join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
