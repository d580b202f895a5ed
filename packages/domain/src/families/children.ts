import { addMonths, ageOn, type CivilDate, daysBetween } from "#time";
import { isAliveOn, isMistaken, type Member, termOn } from "./household.ts";

/** Days after a death within which a child born may be the dead person's: KUHPerdata art. 255 counts 300 days; mark `from-memory`. */
export const posthumousDays = 300;

/** A child born after the death within those days is looked at by a person, a later one is not the dead person's by the rule. */
export type Birth = "before" | "after-the-death" | "too-late";

export function birthAgainst(birthDate: CivilDate, diedOn: CivilDate): Birth {
  const days = daysBetween(diedOn, birthDate);
  if (days <= 0) return "before";
  return days <= posthumousDays ? "after-the-death" : "too-late";
}

export type Child = Member & { birthDate: CivilDate };

/**
 * How many brothers and sisters a child has on a day: counted from the household, never typed. One whose record was erased with the years
 * counts on.
 */
export function countSiblings(members: readonly Member[], childId: string, on: CivilDate): number {
  return members.filter(
    (member) =>
      member.kinship === "child" && member.id !== childId && !isMistaken(member) && isAliveOn(member, on),
  ).length;
}

/** Whether a scholarship may be asked for a child of the dead breadwinner: living on that day, or born after it in time. */
export function mayStudyFor(child: Child, diedOn: CivilDate): boolean {
  if (isMistaken(child)) return false;
  return child.birthDate > diedOn
    ? birthAgainst(child.birthDate, diedOn) !== "too-late"
    : isAliveOn(child, diedOn);
}

/** Set by the city; alms go to orphans below it. */
export const orphanAgeBelow = 15;

/** A living child below `under` (completed years) of a breadwinner who died by that day, still in the household. */
export function isOrphanOn(
  child: Child,
  { lostOn, on, under = orphanAgeBelow }: { lostOn: CivilDate | null; on: CivilDate; under?: number },
): boolean {
  if (lostOn === null || lostOn > on || isMistaken(child) || !isAliveOn(child, on)) return false;
  return ageOn(child.birthDate, on) < under && termOn(child, on) !== undefined;
}

/** The first day on which a child no longer stands in the household, where none follows; null while it does. */
export function exitOf({ terms }: Member): CivilDate | null {
  const last = terms.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1)).at(-1);
  return last?.until ?? null;
}

/**
 * The day from which the record of a child is erased (reliability.md G.3): a year after the 18th birthday, but never before a year after
 * the last scholarship year, as its letters are noted here; or two years after the child left.
 */
export function forgetFrom(child: {
  birthDate: CivilDate;
  exitOn: CivilDate | null;
  lastSchoolYear: number | null;
}): CivilDate {
  if (child.exitOn !== null) return addMonths(child.exitOn, 24);
  const grown = addMonths(child.birthDate, 19 * 12);
  const { lastSchoolYear } = child;
  const studied = lastSchoolYear === null ? grown : (`${lastSchoolYear + 2}-07-01` as CivilDate);
  return studied > grown ? studied : grown;
}
