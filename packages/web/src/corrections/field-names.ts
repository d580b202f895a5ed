import type { KnownField } from "@tuwai/server/corrections";

export type FieldOf = KnownField["field"];

/** What each field is called in forms and addresses, in the order in which a card is read. */
export const formNames = {
  name: "nama",
  nik: "nik",
  familyCard: "kk",
  birthPlace: "tempat-lahir",
  birthDate: "tanggal-lahir",
  sex: "jenis-kelamin",
  address: "alamat",
  phone: "hp",
  occupation: "pekerjaan",
  income: "penghasilan",
  motherName: "ibu-kandung",
  heirName: "ahli-waris",
  heirRelation: "hubungan",
  heirPhone: "hp-ahli-waris",
  illness: "sakit-berat",
} as const satisfies Record<FieldOf, string>;

export const fieldsInOrder = Object.keys(formNames) as readonly FieldOf[];

/** The fields an address asks for, "?isian=jenis-kelamin,hp"; all of them when it asks for none that exists. */
export function askedFields(asked: string | null): readonly FieldOf[] {
  const names = new Set((asked ?? "").split(","));
  const found = fieldsInOrder.filter((field) => names.has(formNames[field]));
  return found.length === 0 ? fieldsInOrder : found;
}

/** Where these fields of a person are filled in. */
export function editPath(personCode: string, fields: readonly FieldOf[] = []): string {
  const names = fields.map((field) => formNames[field]);
  const query = names.length === 0 ? "" : `?isian=${names.join(",")}`;
  return `/pekerja/${personCode}/ubah${query}`;
}
