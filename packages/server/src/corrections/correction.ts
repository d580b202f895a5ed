import type { WrittenField } from "#people";

/** What says so: KTP or KK in somebody's hand, a call, a visit. */
export const correctionSources = ["card", "call", "visit"] as const;
export type CorrectionSource = (typeof correctionSources)[number];

export type CorrectionState = "waiting" | "standing" | "refused" | "undone";

/** What says who somebody is: one person's word is not enough to change it. */
export const identityFields: readonly WrittenField[] = ["name", "nik", "birthDate", "sex"];

/** Nobody is without these, so they may be changed, but not emptied. */
export const neverEmpty: readonly WrittenField[] = ["name", "birthDate", "sex"];

/** BPJS forms ask for these and nothing else does: they are forgotten once BPJS accepted the person (UU 27/2022 art. 16(2)g). */
export const onlyForBpjs: readonly WrittenField[] = ["birthPlace", "motherName"];

/** A change of these may make other records the person's. */
export const linkedFields: readonly WrittenField[] = [
  "name",
  "nik",
  "familyCard",
  "birthDate",
  "sex",
  "address",
];
