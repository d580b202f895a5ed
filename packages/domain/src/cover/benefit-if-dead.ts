import { multiplyRupiah, rupiah, sumRupiah, type Rupiah } from "#money";
import { monthOf, type CivilDate } from "#time";
import { minimumBaseIn } from "#contributions";
import { findDeathBenefit, type DeathBenefitRow } from "./benefit-rates.ts";
import type { CoverDates } from "./cover-dates.ts";
import type { CoverState } from "./cover-state.ts";
import type { CoverFold } from "./fold-cover.ts";

/** The rule that decided an amount. */
export type BenefitRule =
  | "natural-death-before-three-months"
  | "natural-death-from-three-months"
  | "work-accident-from-acceptance"
  | "member-in-arrears"
  | "membership-ended"
  | "not-a-member"
  | "programme-not-held"
  | "no-rate";

type BenefitSource = DeathBenefitRow["sources"][number] & { valid: { from: CivilDate; to: CivilDate } };

/**
 * An estimate by rule, never a promise. `at-least`: the membership is known from lists only and may be older.
 * `open`: the law does not say; `ifSettled` is what would be due if arrears paid up now counted, absent without a rate.
 */
export type Benefit = {
  amount: Rupiah | null;
  certainty: "by-rule" | "at-least" | "open";
  rule: BenefitRule;
  sources: BenefitSource[];
  /** For the children, beside the amount: the ceiling if it is due as well, otherwise zero. */
  scholarship: { ceiling: Rupiah | null };
  ifSettled?: Rupiah;
  question?:
    "is-a-death-in-grace-paid-after-settling" | "who-pays-while-the-village-owes" | "which-rate-applies";
};

export type BenefitIfDead = { natural: Benefit; workAccident: Benefit };

type Circumstances = { state: CoverState; on: CivilDate; dates: CoverDates };

/** What heirs would receive for a death on a day, by the cover the worker had on it. */
export function benefitIfDead(fold: CoverFold, circumstances: Circumstances): BenefitIfDead {
  const row = findDeathBenefit(circumstances.on);
  if (row === undefined) return { natural: withoutRate, workAccident: withoutRate };
  const base = fold.spells.at(-1)?.registration?.baseRupiah ?? minimumBaseIn(monthOf(circumstances.on));
  return {
    natural: benefitFor("jkm", fold, circumstances, naturalDue(row, fold, circumstances)),
    workAccident:
      base === undefined
        ? withoutRate
        : benefitFor("jkk", fold, circumstances, accidentDue(row, rupiah(base))),
  };
}

/** What is due when the cover is in order. */
type Due = {
  amount: Rupiah;
  scholarship: Rupiah;
  rule: BenefitRule;
  certainty: Benefit["certainty"];
  row: DeathBenefitRow;
};

const none = rupiah(0);

const withoutRate: Benefit = {
  amount: null,
  certainty: "open",
  rule: "no-rate",
  sources: [],
  scholarship: { ceiling: null },
  question: "which-rate-applies",
};

function naturalDue(row: DeathBenefitRow, fold: CoverFold, { on, dates }: Circumstances): Due {
  const isFull = dates.fullDeathBenefitFrom !== null && on >= dates.fullDeathBenefitFrom;
  const hasScholarship = dates.scholarshipFrom !== null && on >= dates.scholarshipFrom;
  return {
    amount: isFull ? row.naturalFull : row.naturalBeforeFull,
    scholarship: hasScholarship ? row.scholarshipCeiling : none,
    rule: isFull ? "natural-death-from-three-months" : "natural-death-before-three-months",
    certainty: fold.spells.at(-1)?.openedBy === "listed" && !isFull ? "at-least" : "by-rule",
    row,
  };
}

function accidentDue(row: DeathBenefitRow, base: Rupiah): Due {
  return {
    amount: sumRupiah([multiplyRupiah(base, row.accidentBases), row.accidentFixed]),
    scholarship: row.scholarshipCeiling,
    rule: "work-accident-from-acceptance",
    certainty: "by-rule",
    row,
  };
}

function benefitFor(programme: "jkk" | "jkm", fold: CoverFold, { state }: Circumstances, due: Due): Benefit {
  const sources = due.row.sources.map((source) => ({
    ...source,
    valid: { from: due.row.from, to: due.row.until },
  }));
  const held = fold.spells.at(-1)?.registration?.programmes;
  const nothing = (rule: BenefitRule): Benefit => ({
    amount: none,
    certainty: "by-rule",
    rule,
    sources,
    scholarship: { ceiling: none },
  });
  if (state === "ended") return nothing("membership-ended");
  if (state === "not-registered" || state === "waiting" || state === "rejected")
    return nothing("not-a-member");
  if (held !== undefined && !held.includes(programme)) return nothing("programme-not-held");
  if (state === "covered") {
    const { amount, certainty, rule, scholarship } = due;
    return { amount, certainty, rule, sources, scholarship: { ceiling: scholarship } };
  }
  const question =
    state === "arrears" ? "who-pays-while-the-village-owes" : "is-a-death-in-grace-paid-after-settling";
  return {
    amount: null,
    ifSettled: due.amount,
    certainty: "open",
    rule: "member-in-arrears",
    sources,
    scholarship: { ceiling: null },
    question,
  };
}
