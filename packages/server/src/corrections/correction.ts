import type { WrittenField } from "#people";

/** What says so: KTP or KK in somebody's hand, a call, a visit. */
export const correctionSources = ["card", "call", "visit"] as const;
export type CorrectionSource = (typeof correctionSources)[number];

export type CorrectionState = "waiting" | "standing" | "refused" | "undone";

/** What says who somebody is: one person's word is not enough to change it. */
export const identityFields: readonly WrittenField[] = ["name", "nik", "birthDate", "sex"];

/** Nobody is without these, so they may be changed, but not emptied. */
export const neverEmpty: readonly WrittenField[] = ["name", "birthDate", "sex"];

/**
 * Wanted for registration and for nothing else: they are forgotten once BPJS accepted the person (UU 27/2022 art. 16(2)g).
 * Health is a specific personal datum besides (art. 4(2)a).
 */
export const onlyForBpjs: readonly WrittenField[] = ["birthPlace", "motherName", "illness"];

/**
 * Whether somebody is gravely ill when about to be registered. It keeps nobody out: BPJS may look closely at a death soon after
 * registration, and the file then shows that it was asked. From memory; no rule has been read that demands it.
 */
export const illnesses = ["none", "grave"] as const;
export type Illness = (typeof illnesses)[number];

/** A change of these may make other records the person's. */
export const linkedFields: readonly WrittenField[] = [
  "name",
  "nik",
  "familyCard",
  "birthDate",
  "sex",
  "address",
];
