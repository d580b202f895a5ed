import { addMonths, firstDay, lastDay, monthAtIndex, monthIndex, monthOf, type CivilDate } from "#time";
import type { CoverSettings } from "./cover-settings.ts";
import { isCoveredMonth, type CoverFold, type Spell } from "./fold-cover.ts";

/** Full death benefit after 3 months (Permenaker 1/2025), scholarship after 3 years of contributions. */
const fullDeathBenefitMonths = 3;
const scholarshipMonths = 36;

/** The days that matter in the last spell; null where there is none. All are by rule, some lie in the future. */
export type CoverDates = {
  /** First covered day: acceptance, or the first day of the first paid month when that of acceptance is unpaid. */
  coveredFrom: CivilDate | null;
  /** Last day of the paid months that reach the day asked about, or of the last one before it. */
  paidUntil: CivilDate | null;
  fullDeathBenefitFrom: CivilDate | null;
  /** Last day on which a payment still saves the membership, if nothing more is paid than is known. */
  lastRescueDay: CivilDate | null;
  /** First day without membership, if nothing more is paid than is known. */
  endsOn: CivilDate | null;
  /** From here the children's scholarship also follows a natural death. */
  scholarshipFrom: CivilDate | null;
};

export function coverDates(fold: CoverFold, settings: CoverSettings): CoverDates {
  const spell = fold.spells.at(-1);
  if (spell === undefined) return noDates;
  const { endMonth } = spell;
  return {
    coveredFrom: coveredFrom(fold, spell),
    paidUntil: paidUntil(fold, spell),
    fullDeathBenefitFrom: reachedOn(fold, spell, fullDeathBenefitMonths, settings),
    lastRescueDay: endMonth === undefined ? null : lastDay(monthAtIndex(endMonth - 1)),
    endsOn: endMonth === undefined ? null : firstDay(monthAtIndex(endMonth)),
    scholarshipFrom: reachedOn(fold, spell, scholarshipMonths, settings),
  };
}

const noDates: CoverDates = {
  coveredFrom: null,
  paidUntil: null,
  fullDeathBenefitFrom: null,
  lastRescueDay: null,
  endsOn: null,
  scholarshipFrom: null,
};

function coveredFrom(fold: CoverFold, spell: Spell): CivilDate | null {
  const last = lastMonthOf(fold, spell);
  for (let index = spell.firstMonth; index <= last; index += 1) {
    if (isCoveredMonth(fold, spell, index)) {
      return index === spell.firstMonth ? spell.from : firstDay(monthAtIndex(index));
    }
  }
  return null;
}

function paidUntil(fold: CoverFold, spell: Spell): CivilDate | null {
  const isPaid = (index: number) => fold.payments.byMonth.has(index) && isCoveredMonth(fold, spell, index);
  let index = lastMonthOf(fold, spell);
  while (index >= spell.firstMonth && !isPaid(index)) index -= 1;
  if (index < spell.firstMonth) return null;
  while (isPaid(index + 1)) index += 1;
  return lastDay(monthAtIndex(index));
}

/**
 * The day on which a number of months of unbroken membership is complete: the same day of the month, so many calendar
 * months after acceptance. Counting paid months, not before the last of them is over; the month asked about and those
 * to come are taken as paid. Null when the spell ended first.
 */
function reachedOn(fold: CoverFold, spell: Spell, months: number, settings: CoverSettings): CivilDate | null {
  const byMembership = addMonths(spell.from, months);
  const counts = settings["full-death-benefit-counts"].value;
  const day = counts === "membership" ? byMembership : later(byMembership, paidMonthsOn(fold, spell, months));
  const lastMonth = monthIndex(monthOf(fold.until));
  const isOver = spell.endMonth !== undefined && spell.endMonth <= lastMonth;
  return isOver && monthIndex(monthOf(day)) >= (spell.endMonth ?? 0) ? null : day;
}

function paidMonthsOn(fold: CoverFold, spell: Spell, months: number): CivilDate {
  const now = monthIndex(monthOf(fold.until));
  let index = spell.firstMonth;
  for (let paid = 0; paid < months; index += 1) {
    if (index >= now || isCoveredMonth(fold, spell, index)) paid += 1;
  }
  return firstDay(monthAtIndex(index));
}

/** The month asked about, or the last month of a spell that was over by then. */
function lastMonthOf(fold: CoverFold, spell: Spell): number {
  const now = monthIndex(monthOf(fold.until));
  return spell.endMonth === undefined ? now : Math.min(now, spell.endMonth - 1);
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}
