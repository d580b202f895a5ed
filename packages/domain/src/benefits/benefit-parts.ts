import type { RateSource } from "#law";
import { rupiah, type Rupiah } from "#money";
import { civilDate, type CivilDate } from "#time";

/** What a claim is made of, for events from `from` to `until`, both included; 5 years back claims may still be made. */
export type BenefitParts = {
  from: CivilDate;
  until: CivilDate;
  /** Death without an accident at work, when full: 20 million, 24 times 500,000 at once, and the funeral. */
  deathLump: Sum;
  periodic: Sum;
  funeral: Sum;
  /** Death by an accident at work: so many wage bases, never less than the floor. */
  accidentBases: Count;
  accidentFloor: Sum;
  /** While unable to work: the whole base for so many months, then half of it until recovered. */
  wholePayMonths: Count;
  /** Disability: per cent of so many wage bases; total: a number of bases. */
  disabilityBases: Count;
  totalDisabilityBases: Count;
  transport: { land: Sum; sea: Sum; air: Sum };
};

type Sum = { value: Rupiah; source: RateSource };
type Count = { value: number; source: RateSource };

const pp82 = "PP 44/2015 as amended by PP 82/2019";
const reported = (article: string): RateSource => ({ instrument: pp82, article, mark: "reported" });
const remembered = (article: string): RateSource => ({ instrument: pp82, article, mark: "from-memory" });

export const benefitParts: readonly BenefitParts[] = [
  {
    from: civilDate("2019-12-02"),
    until: civilDate("2028-12-31"),
    deathLump: { value: rupiah(20_000_000), source: reported("santunan kematian JKM") },
    periodic: { value: rupiah(12_000_000), source: reported("santunan berkala 24 × 500.000 sekaligus") },
    funeral: { value: rupiah(10_000_000), source: reported("biaya pemakaman") },
    accidentBases: { value: 48, source: reported("santunan kematian JKK 60 % × 80 × upah") },
    accidentFloor: { value: rupiah(20_000_000), source: reported("paling sedikit sebesar santunan JKM") },
    wholePayMonths: { value: 12, source: reported("STMB 100 % 12 bulan, lalu 50 %") },
    disabilityBases: { value: 80, source: remembered("cacat sebagian: % × 80 × upah") },
    totalDisabilityBases: { value: 56, source: reported("cacat total tetap 70 % × 80 × upah") },
    transport: {
      land: { value: rupiah(5_000_000), source: reported("pengangkutan darat") },
      sea: { value: rupiah(2_000_000), source: reported("pengangkutan laut") },
      air: { value: rupiah(10_000_000), source: reported("pengangkutan udara") },
    },
  },
];

/** The parts valid on a day, or undefined when no row covers it. */
export function findBenefitParts(on: CivilDate): BenefitParts | undefined {
  return benefitParts.find(({ from, until }) => from <= on && on <= until);
}
