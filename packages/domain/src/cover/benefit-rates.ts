import type { RateSource } from "#law";
import { rupiah, type Rupiah } from "#money";
import { civilDate, type CivilDate } from "#time";

/** What heirs receive, for deaths from `from` to `until`, both included. `ends` as in the contribution rates. */
export type DeathBenefitRow = {
  from: CivilDate;
  until: CivilDate;
  ends: "law" | "review";
  naturalBeforeFull: Rupiah;
  naturalFull: Rupiah;
  /** Calendar months of membership before the full amount; 0 where the first day is enough. */
  fullAfterMonths: number;
  /** Paid months after which the scholarship follows a natural death as well. */
  scholarshipPaidMonths: number;
  /** Death by accident at work: so many times the wage base, plus a fixed sum. */
  accidentBases: number;
  accidentFixed: Rupiah;
  /** Ceiling for two children together, over all the years of school. */
  scholarshipCeiling: Rupiah;
  sources: readonly RateSource[];
};

const amounts = {
  /** Funeral only. One office splits it 8 + 2 million; the total is the same. */
  naturalBeforeFull: rupiah(10_000_000),
  /** 20 lump sum + 12 periodic, paid at once, + 10 funeral. */
  naturalFull: rupiah(42_000_000),
  accidentBases: 48,
  accidentFixed: rupiah(22_000_000),
  scholarshipCeiling: rupiah(174_000_000),
  scholarshipPaidMonths: 36,
};

const amountsSource: RateSource = {
  instrument: "PP 44/2015 as amended by PP 82/2019",
  article: "manfaat JKK, JKM dan beasiswa",
  mark: "reported",
};

/**
 * Amounts hold since PP 82/2019. The three months came with Permenaker 1/2025, promulgated on 24 February 2025; before it
 * the head of BPJS in Sulawesi Tengah says that the full amount was paid "meski baru terdaftar satu hari". Claims lapse after
 * five years, so that heirs may still ask.
 */
export const deathBenefitRates: readonly DeathBenefitRow[] = [
  {
    ...amounts,
    from: civilDate("2019-12-02"),
    until: civilDate("2025-02-23"),
    ends: "law",
    fullAfterMonths: 0,
    sources: [
      amountsSource,
      { instrument: "Permenaker 5/2021", article: "santunan penuh sejak hari pertama", mark: "reported" },
    ],
  },
  {
    ...amounts,
    from: civilDate("2025-02-24"),
    until: civilDate("2028-12-31"),
    ends: "review",
    fullAfterMonths: 3,
    sources: [
      amountsSource,
      { instrument: "Permenaker 1/2025", article: "syarat tiga bulan kepesertaan", mark: "reported" },
    ],
  },
];

/** The row for a death on a day, or undefined when none covers it. */
export function findDeathBenefit(on: CivilDate): DeathBenefitRow | undefined {
  return deathBenefitRates.find(({ from, until }) => from <= on && on <= until);
}
