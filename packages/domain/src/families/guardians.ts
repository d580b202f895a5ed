import { addDays, ageOn, type CivilDate } from "#time";
import { holdsOn, overlaps } from "./household.ts";

export const guardianKinds = [
  "surviving-parent",
  "grandparent",
  "relative",
  "court-appointed",
  "institution",
] as const;
export type GuardianKind = (typeof guardianKinds)[number];

/** What shows that somebody is the guardian. */
export const guardianEvidence = [
  "family-card",
  "village-letter",
  "family-statement",
  "court-order",
  "institution-letter",
] as const;
export type GuardianEvidence = (typeof guardianEvidence)[number];

/** `until` is the first day on which it no longer holds. */
export type Guardianship = { from: CivilDate; until: CivilDate | null };

export type GuardianState = "of-age" | "missing" | "ending" | "stands";

export type GuardianReason = "until-before-from" | "overlaps" | "before-birth" | "without-evidence-for-kind";

/** A guardianship that ends within so many days wants another one arranged. */
export const guardianNoticeDays = 60;

const ageOfMajority = 18;

/** Whether somebody speaks for a child on a day, and goes on to. */
export function guardianState(
  child: { birthDate: CivilDate; guardians: readonly Guardianship[] },
  on: CivilDate,
): GuardianState {
  if (ageOn(child.birthDate, on) >= ageOfMajority) return "of-age";
  if (!child.guardians.some((guardian) => holdsOn(guardian, on))) return "missing";
  const soon = addDays(on, guardianNoticeDays);
  if (ageOn(child.birthDate, soon) >= ageOfMajority) return "stands";
  return child.guardians.some((guardian) => holdsOn(guardian, soon)) ? "stands" : "ending";
}

/** What speaks against one more guardian of a child. A court's guardian is shown by its order, an institution's by its letter. */
export function reasonsAgainstGuardian(
  guardian: Guardianship & { kind: GuardianKind; evidence: GuardianEvidence },
  child: { birthDate: CivilDate; guardians: readonly Guardianship[] },
): GuardianReason[] {
  const { kind, evidence, from, until } = guardian;
  const asked =
    kind === "court-appointed" ? "court-order" : kind === "institution" ? "institution-letter" : evidence;
  const faults: [GuardianReason, boolean][] = [
    ["until-before-from", until !== null && until <= from],
    ["before-birth", from < child.birthDate],
    ["overlaps", child.guardians.some((other) => overlaps(other, guardian))],
    ["without-evidence-for-kind", evidence !== asked],
  ];
  return faults.filter(([, is]) => is).map(([reason]) => reason);
}

/** Whether the guardian who stands on a day has agreed: a consent is that of the guardian of its day, and a new guardian is asked anew. */
export function hasConsent(
  child: {
    consent: "none" | "given" | "withdrawn";
    consentOn: CivilDate | null;
    guardians: readonly Guardianship[];
  },
  on: CivilDate,
): boolean {
  const { consent, consentOn, guardians } = child;
  if (consent !== "given" || consentOn === null || consentOn > on) return false;
  return guardians.some((guardian) => holdsOn(guardian, on) && holdsOn(guardian, consentOn));
}
