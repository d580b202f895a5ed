import { minimumBaseIn } from "#contributions";
import { multiplyRupiah, rupiah, sumRupiah, type Rupiah } from "#money";
import { firstDay, monthOf, type CivilDate } from "#time";
import { findDeathBenefit, type DeathBenefitRow } from "./benefit-rates.ts";
import type { CoverDates } from "./cover-dates.ts";
import { stateAlive, type CoverState } from "./cover-state.ts";
import { spellOn, type CoverFold } from "./fold-cover.ts";
import type { Spell } from "./spells.ts";

/** The rule that decided an amount. */
export type BenefitRule =
  | "natural-death-from-first-day"
  | "natural-death-before-three-months"
  | "natural-death-from-three-months"
  | "work-accident-from-acceptance"
  | "accident-before-membership"
  | "not-yet-participant"
  | "known-from-list-only"
  | "member-in-arrears"
  | "membership-ended"
  | "not-a-member"
  | "programme-not-held"
  | "no-rate";

type BenefitSource = DeathBenefitRow["sources"][number] & { valid: { from: CivilDate; to: CivilDate } };

/**
 * An estimate by rule, never a promise. `open`: the law does not say, or membership is only presumed; `ifSettled` is what
 * would be due if arrears paid up now counted, absent without a rate.
 */
export type Benefit = {
  amount: Rupiah | null;
  certainty: "by-rule" | "open";
  rule: BenefitRule;
  sources: BenefitSource[];
  /** For the children, beside the amount: the ceiling if it is due as well, otherwise zero. */
  scholarship: { ceiling: Rupiah | null };
  ifSettled?: Rupiah;
  question?:
    | "is-a-death-in-grace-paid-after-settling"
    | "who-pays-while-the-village-owes"
    | "has-the-listed-member-paid"
    | "which-rate-applies";
};

/** For two children over all years of school, shown apart: due after a death at work, and after another one from a day on. */
export type ScholarshipIfDead = {
  /** Zero where neither death brings it, null where that is open. */
  ceiling: Rupiah | null;
  afterWorkAccident: Rupiah | null;
  afterNaturalDeath: Rupiah | null;
  /** The day from which a natural death brings it as well. */
  from: CivilDate | null;
  sources: BenefitSource[];
};

export type BenefitIfDead = { natural: Benefit; workAccident: Benefit; scholarship: ScholarshipIfDead };

/** What heirs would receive for a death on the last day of the evidence, by the cover the worker had. */
export function benefitIfDead(fold: CoverFold, dates: CoverDates): BenefitIfDead {
  const natural = naturalBenefit(fold, dates);
  const workAccident = accidentBenefit(fold);
  return { natural, workAccident, scholarship: scholarshipOf(natural, workAccident, dates.scholarshipFrom) };
}

function scholarshipOf(natural: Benefit, workAccident: Benefit, from: CivilDate | null): ScholarshipIfDead {
  const [afterNaturalDeath, afterWorkAccident] = [
    natural.scholarship.ceiling,
    workAccident.scholarship.ceiling,
  ];
  const isOpen = afterNaturalDeath === null || afterWorkAccident === null;
  const known = afterWorkAccident === 0 ? afterNaturalDeath : afterWorkAccident;
  const ceiling = isOpen ? null : known;
  return { ceiling, afterWorkAccident, afterNaturalDeath, from, sources: workAccident.sources };
}

/** What is due when the cover is in order. */
type Due = {
  programme: "jkk" | "jkm";
  amount: Rupiah;
  scholarship: Rupiah;
  rule: BenefitRule;
  row: DeathBenefitRow;
};

/** The cover by which a benefit is judged: that of the day of death, or of the accident. */
type Cover = { state: CoverState; spell: Spell | undefined };

const none = rupiah(0);

const withoutRate: Benefit = {
  amount: null,
  certainty: "open",
  rule: "no-rate",
  sources: [],
  scholarship: { ceiling: null },
  question: "which-rate-applies",
};

function naturalBenefit(fold: CoverFold, dates: CoverDates): Benefit {
  const on = fold.until;
  const row = findDeathBenefit(on);
  if (row === undefined) return withoutRate;
  const isFull = dates.fullDeathBenefitFrom !== null && on >= dates.fullDeathBenefitFrom;
  const hasScholarship = dates.scholarshipFrom !== null && on >= dates.scholarshipFrom;
  const fullRule =
    row.fullAfterMonths === 0 ? "natural-death-from-first-day" : "natural-death-from-three-months";
  return benefitFor(coverOn(fold, on), {
    programme: "jkm",
    amount: isFull ? row.naturalFull : row.naturalBeforeFull,
    scholarship: hasScholarship ? row.scholarshipCeiling : none,
    rule: isFull ? fullRule : "natural-death-before-three-months",
    row,
  });
}

/** The right arises for whoever has the accident, and the heirs take it over: PP 44/2015 art. 37. */
function accidentBenefit(fold: CoverFold): Benefit {
  const on = accidentDay(fold);
  const row = findDeathBenefit(on);
  if (row === undefined) return withoutRate;
  const cover = coverOn(fold, on);
  if (on < fold.until && isBeforeMembership(cover.state)) {
    const isUndecided = cover.state === "waiting-first-payment";
    return { ...nothing(row, "accident-before-membership"), certainty: isUndecided ? "open" : "by-rule" };
  }
  const base = wageBaseOn(fold, cover.spell, on) ?? minimumBaseIn(monthOf(on));
  if (base === undefined) return withoutRate;
  const amount = sumRupiah([multiplyRupiah(rupiah(base), row.accidentBases), row.accidentFixed]);
  const benefit = benefitFor(cover, {
    programme: "jkk",
    amount,
    scholarship: row.scholarshipCeiling,
    rule: "work-accident-from-acceptance",
    row,
  });
  const isStillCovered = isPaidUp(stateAlive(fold, fold.until));
  return isPaidUp(cover.state) && !isStillCovered ? { ...benefit, certainty: "open" } : benefit;
}

/** Of a death: the accident it followed, or else the last one known. Without a death: today. */
function accidentDay({ death, events, until }: CoverFold): CivilDate {
  if (death === undefined) return until;
  if (death.accidentOn !== undefined && death.accidentOn <= until) return death.accidentOn;
  const last = events.findLast((event) => event.type === "accident");
  return last?.type === "accident" ? last.on : until;
}

/** What was last reported of the wage by that day, since the registration that opened the spell. */
function wageBaseOn({ events }: CoverFold, spell: Spell | undefined, on: CivilDate): number | undefined {
  const registration = spell?.registration;
  if (registration === undefined) return undefined;
  const reported = events.findLast(
    (event) => event.type === "wage" && event.on <= on && event.on >= firstDay(monthOf(registration.on)),
  );
  return reported?.type === "wage" ? reported.baseRupiah : registration.baseRupiah;
}

function coverOn(fold: CoverFold, on: CivilDate): Cover {
  return { state: stateAlive(fold, on), spell: spellOn(fold, on) };
}

function isPaidUp(state: CoverState): boolean {
  return state === "covered" || state === "due";
}

function isBeforeMembership(state: CoverState): boolean {
  return ["not-registered", "waiting", "rejected", "waiting-first-payment"].includes(state);
}

function benefitFor({ state, spell }: Cover, due: Due): Benefit {
  const { row, rule, amount, scholarship } = due;
  const outside = outsideRules[state];
  if (outside !== undefined) return nothing(row, outside);
  const held = spell?.registration?.programmes;
  if (held !== undefined && !held.includes(due.programme)) return nothing(row, "programme-not-held");
  if (isPaidUp(state)) {
    const certainty = spell?.openedBy === "payment" ? "open" : "by-rule";
    return { amount, certainty, rule, sources: sourcesOf(row), scholarship: { ceiling: scholarship } };
  }
  const open = {
    amount: null,
    ifSettled: amount,
    certainty: "open",
    sources: sourcesOf(row),
    scholarship: { ceiling: null },
  } as const;
  if (state === "listed")
    return { ...open, rule: "known-from-list-only", question: "has-the-listed-member-paid" };
  const question =
    state === "village-owes" ? "who-pays-while-the-village-owes" : "is-a-death-in-grace-paid-after-settling";
  return { ...open, rule: "member-in-arrears", question };
}

const outsideRules: Partial<Record<CoverState, BenefitRule>> = {
  "not-registered": "not-a-member",
  waiting: "not-a-member",
  rejected: "not-a-member",
  "waiting-first-payment": "not-yet-participant",
  ended: "membership-ended",
};

function nothing(row: DeathBenefitRow, rule: BenefitRule): Benefit {
  const sources = sourcesOf(row);
  return { amount: none, certainty: "by-rule", rule, sources, scholarship: { ceiling: none } };
}

function sourcesOf({ sources, from, until }: DeathBenefitRow): BenefitSource[] {
  return sources.map((source) => ({ ...source, valid: { from, to: until } }));
}
