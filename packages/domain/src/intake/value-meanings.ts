import { occupationMeanings } from "#occupations";
import type { FieldName } from "./import-fields.ts";

/**
 * Fields whose words have a closed list of meanings. A word that no rule knows is asked about, and the answer of a person
 * is remembered for the city. `waiting`: the branch has not decided; the row changes nothing.
 */
export const valueMeanings = {
  result: ["accepted", "rejected", "waiting"],
  memberStatus: ["active", "inactive", "ended"],
  segment: ["pu", "bpu", "jakon", "pmi"],
  servantStatus: ["pns", "pppk", "pppk-part-time", "cpns"],
  occupation: occupationMeanings,
} as const satisfies Partial<Record<FieldName, readonly string[]>>;

export type MeaningField = keyof typeof valueMeanings;

export function isMeaningField(field: string): field is MeaningField {
  return Object.hasOwn(valueMeanings, field);
}

/** The word by which a meaning is remembered: small letters and digits, single spaces; case and signs do not count. */
export function wordKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}
