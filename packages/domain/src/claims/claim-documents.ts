import { documentsOf } from "#benefits";
import type { ChildScholarship, ClaimKind } from "#benefits";

export const documentStates = ["missing", "at-city", "have", "not-needed"] as const;
export type DocumentState = (typeof documentStates)[number];

export type NeededDocument = {
  readonly code: string;
  readonly state: DocumentState;
  /** Somebody decided that this family has none: without a spouse no marriage book. */
  readonly isOptional: boolean;
};

type Known = { readonly code: string; readonly state: DocumentState };

/**
 * Needed only of some: a marriage book where there is a spouse, a police report on the road, a tax number above 50 million. The
 * papers of a child's scholarship never hold up the money of the death.
 */
const optional = new Set([
  "marriage-book",
  "tax-number",
  "police-report",
  "receipts",
  "school-letter",
  "birth-certificate",
]);

/** What the city has itself since the enrolment. */
const atCity = new Set(["id-card", "bpjs-card"]);

/** Every document of a case with where it is; what nobody marked is missing, unless the city has it. */
export function documentsWith(
  kind: ClaimKind,
  hasScholarship: boolean,
  known: readonly Known[],
): readonly NeededDocument[] {
  const marked = new Map(known.map(({ code, state }) => [code, state]));
  return documentsOf(kind, hasScholarship).map(({ code }) => ({
    code,
    state: marked.get(code) ?? (atCity.has(code) ? "at-city" : "missing"),
    isOptional: optional.has(code),
  }));
}

/** Whether a school has to write: for who would get a scholarship, or would if somebody knew the class. */
export const asksSchool = (children: readonly ChildScholarship[]): boolean =>
  children.some(({ total, because }) => total > 0 || because === "not-in-school");

/** What is still missing and has to be there before the file is handed in. */
export const missingOf = (documents: readonly NeededDocument[]): readonly NeededDocument[] =>
  documents.filter(({ state, isOptional }) => state === "missing" && !isOptional);
