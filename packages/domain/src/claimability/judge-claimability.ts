import type { RegistrationAge } from "#contributions";
import { splitPersonName } from "#identity";
import { addMonths, ageOn, type CivilDate } from "#time";
import { type CheckCode, checks } from "./check.ts";

/** What shows that somebody works. */
export type WorkShown = { readonly kind: string; readonly seenOn: CivilDate };

/** What is known of somebody who is about to be registered. */
export type EnrolmentFacts = {
  readonly gone: "died" | "moved" | "withdrawn" | null;
  readonly birthDate: CivilDate | null;
  /** `verified`: a register has the same number for the same person. */
  readonly nik: "verified" | "unverified" | "missing" | "disputed";
  readonly name: string;
  /** As registers write the name, those that were matched with the person. */
  readonly registerNames: readonly string[];
  readonly work: "works" | "none" | "unknown";
  /** Where the work is done or the worker found: an address, or what the evidence shows. */
  readonly hasPlace: boolean;
  readonly evidence: readonly WorkShown[];
  /** What the village was told when it asked; null while it has not. */
  readonly illness: "none" | "grave" | null;
  /** Of a membership that somebody else pays: it is in force, or a question about it is open. */
  readonly otherCover: "active" | "asked" | "none";
  /** The last visit of the sample, answered. */
  readonly visit: VisitAnswer | null;
};

export const visitAnswers = ["working", "not-working", "not-found"] as const;
export type VisitAnswer = (typeof visitAnswers)[number];

export type ClaimabilityResult = "green" | "amber" | "red";
export const claimabilityResults = ["red", "amber", "green"] as const satisfies readonly ClaimabilityResult[];

export type Claimability = {
  readonly result: ClaimabilityResult;
  /** Complete and in order: whoever mends one thing does not come back to find the next. */
  readonly missing: readonly CheckCode[];
};

export type ClaimabilityRules = {
  readonly ages: RegistrationAge;
  /** For how many months before the day of registration evidence of work still speaks. */
  readonly evidenceMonths: number;
};

/**
 * Whether BPJS would pay the family of somebody who is registered on that day, as far as it can be told beforehand: red when
 * something speaks against it, amber when something is missing, else green.
 */
export function judgeClaimability(
  facts: EnrolmentFacts,
  on: CivilDate,
  rules: ClaimabilityRules,
): Claimability {
  const found = new Set<CheckCode>([
    ...(facts.gone === null ? [] : [facts.gone]),
    ...ofAge(facts, on, rules.ages),
    ...ofIdentity(facts),
    ...ofWork(facts, on, rules.evidenceMonths),
    ...ofHealth(facts),
    ...ofVisit(facts),
  ]);
  if (facts.otherCover !== "none")
    found.add(facts.otherCover === "active" ? "covered-elsewhere" : "cover-asked");
  const missing = (Object.keys(checks) as CheckCode[]).filter((code) => found.has(code));
  return { result: resultOf(missing), missing };
}

/** The worst of the checks that were not met. */
export function resultOf(missing: readonly CheckCode[]): ClaimabilityResult {
  if (missing.some((code) => checks[code].weight === "red")) return "red";
  return missing.length > 0 ? "amber" : "green";
}

function ofAge({ birthDate }: EnrolmentFacts, on: CivilDate, ages: RegistrationAge): CheckCode[] {
  if (birthDate === null) return ["birth-date-unknown"];
  const age = ageOn(birthDate, on);
  if (age < ages.from) return ["too-young"];
  return age >= ages.below ? ["too-old"] : [];
}

function ofIdentity({ nik, name, registerNames }: EnrolmentFacts): CheckCode[] {
  const differs = registerNames.some((other) => !isSameName(name, other));
  return [
    ...(nik === "missing" ? (["nik-missing"] as const) : []),
    ...(nik === "disputed" ? (["nik-disputed"] as const) : []),
    ...(nik === "unverified" ? (["identity-unverified"] as const) : []),
    ...(differs ? (["name-differs"] as const) : []),
  ];
}

const lettersOf = (name: string): string =>
  splitPersonName(name)
    .core.toUpperCase()
    .replace(/[^\p{L}]/gu, "");

/** Letter by letter, without titles: a claim is held against the identity card, where what sounds alike is not the same. */
export function isSameName(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b);
}

function ofWork(
  { work, hasPlace, evidence }: EnrolmentFacts,
  on: CivilDate,
  evidenceMonths: number,
): CheckCode[] {
  if (work === "none") return ["does-not-work"];
  const still = evidence.some(({ seenOn }) => seenOn >= addMonths(on, -evidenceMonths));
  return [
    ...(work === "unknown" ? (["work-unknown"] as const) : []),
    ...(hasPlace ? [] : (["place-unknown"] as const)),
    ...(evidence.length === 0 ? (["evidence-missing"] as const) : []),
    ...(evidence.length > 0 && !still ? (["evidence-old"] as const) : []),
  ];
}

function ofHealth({ illness }: EnrolmentFacts): CheckCode[] {
  if (illness === null) return ["illness-not-asked"];
  return illness === "grave" ? ["gravely-ill"] : [];
}

function ofVisit({ visit }: EnrolmentFacts): CheckCode[] {
  if (visit === "not-working") return ["found-not-working"];
  return visit === "not-found" ? ["not-found"] : [];
}
