import {
  type ChildCalendar,
  countSiblings,
  exitOf,
  type GuardianState,
  guardianState,
  hasConsent,
  holdsOn,
  isOrphanOn,
  mayStudyFor,
  type Scholar,
  scholarshipCalendar,
  type SchoolFacts,
} from "@tuwai/domain/families";
import { initialsOf } from "@tuwai/domain/identity";
import { ageOn, type CivilDate } from "@tuwai/domain/time";
import type { ChildRow } from "./child.store.ts";
import { type Family, type FollowedChild, isFollowed, type KnownGuardian } from "./load-family.ts";
import { bringsScholarship, type ScholarshipRights } from "./scholarship-right.ts";

/** A guardian without a name, unless the family was opened with a reason. */
export type ShownGuardian = Omit<KnownGuardian, "name" | "phone"> & {
  readonly initials: string;
  readonly name?: string;
  readonly phone?: string;
  readonly stands: boolean;
};

/** A child with initials and age; name and day of birth only in a family that was opened with a reason. */
export type ShownChild = {
  readonly memberId: string;
  readonly childCode: string;
  readonly initials: string;
  readonly name?: string;
  readonly birthDate?: CivilDate;
  readonly age: number;
  readonly villageCode: string;
  readonly siblings: number;
  readonly isOrphan: boolean;
  readonly exitOn: CivilDate | null;
  readonly guardianState: GuardianState;
  readonly guardians: readonly ShownGuardian[];
  readonly hasConsent: boolean;
  readonly consent: ChildRow["consent"];
  readonly consentOn: CivilDate | null;
  readonly verifiedAt: Date | null;
  readonly school: SchoolFacts | null;
  readonly scholarship: ChildRow["scholarship"];
  readonly ended: Scholar["ended"];
  readonly calendar: ChildCalendar | null;
};

export function scholarOf({ id, birthDate, child }: FollowedChild): Scholar {
  const { endedKind: kind, endedOn } = child.row;
  return {
    id,
    birthDate,
    school: child.school,
    ended: kind === null ? null : { kind, on: endedOn! },
    letters: child.letters.map(({ year }) => year),
  };
}

/** The scholarship calendar of each child whom a breadwinner left behind; a child whom BPJS refused gets nothing in it. */
export function calendarsOf(
  family: Family,
  today: CivilDate,
  rights: ScholarshipRights,
): ReadonlyMap<string, ChildCalendar> {
  const { row, members } = family;
  const { lostOn: on } = row;
  if (on === null) return new Map();
  const children = members.filter(isFollowed).filter((child) => mayStudyFor(child, on));
  const asked = children.filter(({ child }) => child.row.scholarship !== "refused");
  const refused = children.filter(({ child }) => child.row.scholarship === "refused");
  const answers = [
    ...scholarshipCalendar(asked.map(scholarOf), { on, today, isDue: bringsScholarship(rights, family) }),
    ...scholarshipCalendar(refused.map(scholarOf), { on, today, isDue: false }),
  ];
  return new Map(answers.map((calendar) => [calendar.id, calendar]));
}

type Sight = { readonly today: CivilDate; readonly isOpen: boolean };

/** A child as it may be shown: counted and judged here, so that no reader needs a day of birth for it. */
export function showChild(
  family: Family,
  child: FollowedChild,
  { today, isOpen, calendar }: Sight & { readonly calendar: ChildCalendar | null },
): ShownChild {
  const { row, school, guardians } = child.child;
  const { birthDate } = child;
  return {
    memberId: child.id,
    childCode: row.code,
    initials: initialsOf(child.name ?? ""),
    ...(isOpen ? { name: child.name ?? "", birthDate } : {}),
    age: ageOn(birthDate, today),
    villageCode: family.row.villageCode,
    siblings: countSiblings(family.members, child.id, today),
    isOrphan: isOrphanOn(child, { lostOn: family.row.lostOn, on: today }),
    exitOn: exitOf(child),
    guardianState: guardianState({ birthDate, guardians }, today),
    guardians: guardians.map((guardian) => showGuardian(guardian, { today, isOpen })),
    hasConsent: hasConsent({ consent: row.consent, consentOn: row.consentOn, guardians }, today),
    consent: row.consent,
    consentOn: row.consentOn,
    verifiedAt: row.verifiedAt,
    school,
    scholarship: row.scholarship,
    ended: scholarOf(child).ended,
    calendar,
  };
}

function showGuardian({ name, phone, ...known }: KnownGuardian, { today, isOpen }: Sight): ShownGuardian {
  const stands = holdsOn(known, today);
  return { ...known, initials: initialsOf(name), ...(isOpen ? { name, phone } : {}), stands };
}
