import {
  countSiblings,
  explainFamilyHeirs,
  type FamilyHeirs,
  type GuardianState,
  guardianState,
  isOrphanOn,
  mayStudyFor,
  orphanAgeBelow,
  type Scholar,
  scholarOn,
  termOn,
} from "@tuwai/domain/families";
import type { Child } from "@tuwai/domain/benefits";
import type { CivilDate } from "@tuwai/domain/time";
import type { Step } from "#use-case";
import { type Family, isFollowed, type KnownMember, loadFamilies } from "./load-family.ts";
import { scholarOf, showChild } from "./show-child.ts";

/** A family for another feature's rule, with names: whoever shows any of it notes whose data were seen. */
export type FamilyOn = {
  readonly householdId: string;
  readonly lostOn: CivilDate | null;
  readonly isDisputed: boolean;
  /** Everybody ever noted, with the terms as they are known today. */
  readonly members: readonly KnownMember[];
  readonly headId: string | null;
  /** By the day of death; null while the breadwinner lives. */
  readonly heirs: FamilyHeirs | null;
};

/** The family kept for a worker, as it stands on a day, within the step's area; null where none is kept. */
export async function familyOf(
  step: Step,
  { personId, on = step.today }: { readonly personId: string; readonly on?: CivilDate },
): Promise<FamilyOn | null> {
  const [family] = await loadFamilies(step, { personIds: [personId] });
  return family === undefined ? null : familyOn(family, on);
}

export function familyOn({ row, members }: Family, on: CivilDate): FamilyOn {
  const { id: householdId, lostOn, disputedAt } = row;
  const isDisputed = disputedAt !== null;
  return {
    householdId,
    lostOn,
    isDisputed,
    members,
    headId: members.find((member) => termOn(member, on)?.role === "head")?.id ?? null,
    heirs: lostOn === null ? null : explainFamilyHeirs(members, lostOn, isDisputed),
  };
}

export type FamilyChild = Scholar & {
  readonly code: string;
  readonly siblings: number;
  readonly guardianState: GuardianState;
  readonly scholarship: "unknown" | "granted" | "refused";
};

/** The children of a worker's family with birth and school, for what a claim would bring; none where no family is kept. */
export async function listChildren(
  step: Step,
  { personId, on = step.today }: { readonly personId: string; readonly on?: CivilDate },
): Promise<readonly FamilyChild[]> {
  const [family] = await loadFamilies(step, { personIds: [personId] });
  if (family === undefined) return [];
  return family.members.filter(isFollowed).map((child) => ({
    ...scholarOf(child),
    code: child.child.row.code,
    siblings: countSiblings(family.members, child.id, on),
    guardianState: guardianState({ birthDate: child.birthDate, guardians: child.child.guardians }, on),
    scholarship: child.child.row.scholarship,
  }));
}

/**
 * The children for whose school the law of benefits is asked on the day of an event, within the step's area; those whom BPJS refused are
 * left out. The answers carry sums, no name.
 */
export async function childrenForBenefit(
  step: Step,
  { personId, on }: { readonly personId: string; readonly on: CivilDate },
): Promise<readonly Child[]> {
  const [family] = await loadFamilies(step, { personIds: [personId] });
  return (family?.members ?? [])
    .filter(isFollowed)
    .filter((child) => mayStudyFor(child, on) && child.child.row.scholarship !== "refused")
    .map((child) => scholarOn(scholarOf(child), on));
}

/** An orphan with what a round of alms may know: no name, no day of birth. */
export type Orphan = {
  readonly childId: string;
  readonly code: string;
  readonly initials: string;
  readonly age: number;
  readonly villageCode: string;
  /** The breadwinner whose family is frozen for a round. */
  readonly personId: string;
  readonly siblings: number;
  readonly guardianState: GuardianState;
  readonly hasConsent: boolean;
  readonly verifiedAt: Date | null;
};

/** Living children of the step's area below an age (completed years) on a day, whose breadwinner died by it. */
export async function listOrphans(
  step: Step,
  { under = orphanAgeBelow, on = step.today }: { readonly under?: number; readonly on?: CivilDate } = {},
): Promise<readonly Orphan[]> {
  const families = await loadFamilies(step, "bereaved");
  return families.flatMap((family) => orphansOf(family, { under, on }));
}

export function orphansOf(
  family: Family,
  at: { readonly under: number; readonly on: CivilDate },
): readonly Orphan[] {
  const { lostOn, personId } = family.row;
  return family.members
    .filter(isFollowed)
    .filter((child) => isOrphanOn(child, { lostOn, ...at }))
    .map((child) => {
      const shown = showChild(family, child, { today: at.on, isOpen: false, calendar: null });
      const { memberId: childId, childCode: code, initials, age, villageCode, siblings } = shown;
      const { guardianState: guardian, hasConsent, verifiedAt } = shown;
      const about = { childId, code, initials, age, villageCode, personId, siblings };
      return { ...about, guardianState: guardian, hasConsent, verifiedAt };
    });
}
