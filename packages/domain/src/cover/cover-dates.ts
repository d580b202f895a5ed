import { payByDay } from "#contributions";
import { addMonths, firstDay, lastDay, monthAtIndex, monthIndex, monthOf, type CivilDate } from "#time";
import { findDeathBenefit } from "./benefit-rates.ts";
import { isPaidMonth, type CoverFold } from "./fold-cover.ts";
import { participantFrom, type Spell } from "./spells.ts";

/** The days that matter in the last spell; null where there is none. All are by rule, some lie in the future. */
export type CoverDates = {
  /** First covered day: acceptance, or the first day of the first paid month when that of acceptance is unpaid. */
  coveredFrom: CivilDate | null;
  /** Last day of the paid months that reach the day asked about, or of the last one before it. */
  paidUntil: CivilDate | null;
  /** Pay-by day of the month after those paid, or of the first month; null once the spell is over. */
  dueOn: CivilDate | null;
  /** By the rule for deaths on the day asked about: before 24 February 2025 there was no waiting. */
  fullDeathBenefitFrom: CivilDate | null;
  /** The last day by the stricter reading of "three months", one month earlier; alarms go by it. */
  safeRescueDay: CivilDate | null;
  /** Last day on which a payment still saves the membership, if nothing more is paid than is known. */
  lastRescueDay: CivilDate | null;
  /** First day without membership, if nothing more is paid than is known. */
  endsOn: CivilDate | null;
  /** From here the children's scholarship also follows a natural death. */
  scholarshipFrom: CivilDate | null;
};

const noDates: CoverDates = {
  coveredFrom: null,
  paidUntil: null,
  dueOn: null,
  fullDeathBenefitFrom: null,
  safeRescueDay: null,
  lastRescueDay: null,
  endsOn: null,
  scholarshipFrom: null,
};

export function coverDates(fold: CoverFold): CoverDates {
  const spell = fold.spells.at(-1);
  if (spell === undefined) return noDates;
  const coveredFrom = participantFrom(spell);
  if (coveredFrom === null) return { ...noDates, dueOn: firstDueOn(fold, spell) };
  const lastPaid = lastPaidMonth(fold, spell);
  const { endMonth } = spell;
  const end = endMonth === undefined ? {} : { endsOn: firstDay(monthAtIndex(endMonth)) };
  const rescue =
    endMonth === undefined || !spell.lapses
      ? {}
      : {
          safeRescueDay: lastDay(monthAtIndex(endMonth - 2)),
          lastRescueDay: lastDay(monthAtIndex(endMonth - 1)),
        };
  return {
    ...noDates,
    ...rescue,
    ...end,
    coveredFrom,
    paidUntil: lastDay(monthAtIndex(lastPaid)),
    dueOn: isOver(fold, spell)
      ? null
      : (payByDay(spell.segment, monthAtIndex(lastPaid + 1), fold.settings) ?? null),
    fullDeathBenefitFrom: fullDeathBenefitFrom(fold, spell, coveredFrom),
    scholarshipFrom: scholarshipFrom(fold, spell, coveredFrom),
  };
}

/** The last month paid without a gap from the month asked about on, or the last one before it. */
export function lastPaidMonth(fold: CoverFold, spell: Spell): number {
  const isPaid = (index: number) => isPaidMonth(fold, spell, index);
  let index = Math.max(lastMonthOf(fold, spell), spell.firstPaid ?? spell.firstMonth);
  while (index > (spell.firstPaid ?? index) && !isPaid(index)) index -= 1;
  while (isPaid(index + 1)) index += 1;
  return index;
}

/** Whoever is accepted after the pay-by day of that month pays at once. */
function firstDueOn(fold: CoverFold, { openedBy, from, firstMonth, segment }: Spell): CivilDate | null {
  const due = payByDay(segment, monthAtIndex(firstMonth), fold.settings);
  return openedBy !== "accepted" || due === undefined ? null : later(due, from);
}

/** So many calendar months after the beginning: the same day of the month. Null when the spell ended first. */
function fullDeathBenefitFrom(fold: CoverFold, spell: Spell, from: CivilDate): CivilDate | null {
  const months = findDeathBenefit(fold.until)?.fullAfterMonths;
  if (months === undefined) return null;
  if (months === 0) return from;
  const byMembership = addMonths(from, months);
  const counts = fold.settings["full-death-benefit-counts"].value;
  return inTime(
    fold,
    spell,
    counts === "membership" ? byMembership : later(byMembership, paidMonthsOn(fold, spell, months)),
  );
}

/** Three years of contributions, whatever counts for the other. */
function scholarshipFrom(fold: CoverFold, spell: Spell, from: CivilDate): CivilDate | null {
  const months = findDeathBenefit(fold.until)?.scholarshipPaidMonths;
  if (months === undefined) return null;
  return inTime(fold, spell, later(addMonths(from, months), paidMonthsOn(fold, spell, months)));
}

function inTime(fold: CoverFold, spell: Spell, day: CivilDate): CivilDate | null {
  return isOver(fold, spell) && monthIndex(monthOf(day)) >= (spell.endMonth ?? 0) ? null : day;
}

/** Not before the last of so many paid months is over; the month asked about and those to come are taken as paid. */
function paidMonthsOn(fold: CoverFold, spell: Spell, months: number): CivilDate {
  const now = monthIndex(monthOf(fold.until));
  let index = spell.firstPaid ?? spell.firstMonth;
  for (let paid = 0; paid < months; index += 1) {
    if (index >= now || isPaidMonth(fold, spell, index)) paid += 1;
  }
  return firstDay(monthAtIndex(index));
}

/** The month asked about, or the last month of a spell that was over by then. */
function lastMonthOf(fold: CoverFold, spell: Spell): number {
  const now = monthIndex(monthOf(fold.until));
  return spell.endMonth === undefined ? now : Math.min(now, spell.endMonth - 1);
}

function isOver(fold: CoverFold, { endMonth }: Spell): boolean {
  return endMonth !== undefined && endMonth <= monthIndex(monthOf(fold.until));
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}
