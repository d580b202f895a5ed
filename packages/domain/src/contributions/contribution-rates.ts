import type { Mark, RateSource } from "#law";
import { rupiah, rupiahPerMonth, type Rupiah, type RupiahPerMonth } from "#money";
import { month, type Month } from "#time";

/** jkk: work accident. jkm: death. jht: old-age savings. */
export type Programme = "jkk" | "jkm" | "jht";

/** Sectors the relief of PP 50/2025 tells apart. Transport: ojek, drivers, couriers, logistics. */
export type Sector = "transport" | "other";

/**
 * One dated row of law, valid from its first to its last month, both included. `id` never changes: obligations keep it.
 * `ends` says why it stops: "law" when the instrument itself ends, "review" when the instrument has no end and only
 * our reading of it does. Past the last month there is no price, never last year's.
 */
export type RateRow<Value> = {
  id: string;
  from: Month;
  until: Month;
  ends: "law" | "review";
  value: Value;
  source: RateSource;
};

/** From this monthly income, until the next bracket's, the contribution is that of the base. */
export type IncomeBracket = {
  incomeFromRupiah: number;
  baseRupiah: number;
  contribution: RupiahPerMonth;
  mark: Mark;
};

/** A share of the wage in ten-thousandths (24 = 0.24 %): what the village or government and what the officer pays. */
export type WageShare = { employerPerTenThousand: number; officerPerTenThousand: number };

/** The part of a contribution that is waived in a sector. Participants paid from APBN or APBD never have it. */
export type Relief = {
  sector: Sector;
  programmes: readonly Programme[];
  numerator: number;
  denominator: number;
};

/**
 * First month of every table. The six months before (August 2020 to January 2021) cost 1 % under PP 49/2020, but only
 * for those without arrears (its Article 13), which a price alone cannot know; no cover of this programme is older.
 * Last month: none of the base rates has an end in law. Read them again, and move this on, before it comes.
 */
const asRead = { from: month("2021-02"), until: month("2028-12"), ends: "review" } as const;

/**
 * The wage base of the lowest bracket of workers without a wage: what is reported for a worker whom others pay for, and
 * what benefits by accident rest on unless another is reported. In force since the regulation itself.
 */
export const minimumBases: readonly RateRow<Rupiah>[] = [
  {
    id: "bpu-minimum-base-2015-07",
    from: month("2015-07"),
    until: asRead.until,
    ends: "review",
    value: rupiah(1_000_000),
    source: { instrument: "PP 44/2015", article: "Lampiran II", mark: "reported" },
  },
];

/** As last read: the default of settings, which have no month. */
export const latestMinimumBase: Rupiah = minimumBases.at(-1)!.value;

/**
 * Workers without a wage (BPU). Columns: lowest monthly income, base, JKK (1 % of the base), JHT (2 %).
 * The law prints closed brackets (… to 1,099,000; from 1,100,000 …); only lower bounds are kept, so no income falls
 * between two. Lines above the first are from memory; their pattern fits the published maximum of 207,000 and 414,000.
 */
const bpuLines: readonly (readonly [incomeFrom: number, base: number, jkk: number, jht: number])[] = [
  [0, latestMinimumBase, 10_000, 20_000],
  [1_100_000, 1_200_000, 12_000, 24_000],
  [1_300_000, 1_400_000, 14_000, 28_000],
  [1_500_000, 1_600_000, 16_000, 32_000],
  [1_700_000, 1_800_000, 18_000, 36_000],
  [1_900_000, 2_000_000, 20_000, 40_000],
  [2_100_000, 2_200_000, 22_000, 44_000],
  [2_300_000, 2_400_000, 24_000, 48_000],
  [2_500_000, 2_600_000, 26_000, 52_000],
  [2_700_000, 2_950_000, 29_500, 59_000],
  [3_200_000, 3_450_000, 34_500, 69_000],
  [3_700_000, 3_950_000, 39_500, 79_000],
  [4_200_000, 4_450_000, 44_500, 89_000],
  [4_700_000, 4_950_000, 49_500, 99_000],
  [5_200_000, 5_700_000, 57_000, 114_000],
  [6_200_000, 6_700_000, 67_000, 134_000],
  [7_200_000, 7_700_000, 77_000, 154_000],
  [8_200_000, 8_700_000, 87_000, 174_000],
  [9_200_000, 9_700_000, 97_000, 194_000],
  [10_200_000, 10_700_000, 107_000, 214_000],
  [11_200_000, 11_700_000, 117_000, 234_000],
  [12_200_000, 12_700_000, 127_000, 254_000],
  [13_200_000, 13_700_000, 137_000, 274_000],
  [14_200_000, 14_700_000, 147_000, 294_000],
  [15_200_000, 15_700_000, 157_000, 314_000],
  [16_200_000, 16_700_000, 167_000, 334_000],
  [17_200_000, 17_700_000, 177_000, 354_000],
  [18_200_000, 18_700_000, 187_000, 374_000],
  [19_200_000, 19_700_000, 197_000, 394_000],
  [20_200_000, 20_700_000, 207_000, 414_000],
];

/** JKK and JHT of workers without a wage: nominal amounts by income. */
export const bpuIncomeBrackets: Record<"jkk" | "jht", readonly RateRow<readonly IncomeBracket[]>[]> = {
  jkk: [
    {
      ...asRead,
      id: "bpu-jkk-2021-02",
      value: bpuLines.map(([incomeFrom, base, jkk]) => bracketOf(incomeFrom, base, jkk)),
      source: { instrument: "PP 44/2015", article: "Lampiran II", mark: "reported" },
    },
  ],
  jht: [
    {
      ...asRead,
      id: "bpu-jht-2021-02",
      value: bpuLines.map(([incomeFrom, base, , jht]) => bracketOf(incomeFrom, base, jht)),
      source: {
        instrument: "PP 46/2015",
        article: "lampiran iuran peserta bukan penerima upah",
        mark: "reported",
      },
    },
  ],
};

/** JKM of workers without a wage: one amount for every income. */
export const bpuDeathCover: readonly RateRow<RupiahPerMonth>[] = [
  {
    ...asRead,
    id: "bpu-jkm-2021-02",
    value: rupiahPerMonth(6_800),
    source: { instrument: "PP 44/2015", article: "iuran JKM peserta bukan penerima upah", mark: "reported" },
  },
];

/** Village officers enrolled as wage earners of a state body (PU), in the lowest risk class. */
export const villageOfficerShares: Record<Programme, readonly RateRow<WageShare>[]> = {
  jkk: [
    {
      ...asRead,
      id: "pu-village-jkk-2021-02",
      value: { employerPerTenThousand: 24, officerPerTenThousand: 0 },
      source: {
        instrument: "PP 44/2015",
        article: "iuran JKK penerima upah, risiko sangat rendah",
        mark: "reported",
      },
    },
  ],
  jkm: [
    {
      ...asRead,
      id: "pu-village-jkm-2021-02",
      value: { employerPerTenThousand: 30, officerPerTenThousand: 0 },
      source: { instrument: "PP 44/2015", article: "iuran JKM penerima upah", mark: "reported" },
    },
  ],
  jht: [
    {
      ...asRead,
      id: "pu-village-jht-2021-02",
      value: { employerPerTenThousand: 370, officerPerTenThousand: 200 },
      source: { instrument: "PP 46/2015", article: "iuran JHT penerima upah", mark: "reported" },
    },
  ],
};

const pp50: RateSource = {
  instrument: "PP 50/2025",
  article: "Pasal 3 (peserta; APBN/APBD dikecualikan), Pasal 4 (50 %)",
  mark: "reported",
};

/** January 2027 (transport: April 2027) brings the full price back: a mandate left at 8,400 then underpays. */
export const bpuReliefs: readonly RateRow<Relief>[] = [
  {
    id: "bpu-relief-transport-2026-01",
    from: month("2026-01"),
    until: month("2027-03"),
    ends: "law",
    value: { sector: "transport", programmes: ["jkk", "jkm"], numerator: 1, denominator: 2 },
    source: pp50,
  },
  {
    id: "bpu-relief-other-2026-04",
    from: month("2026-04"),
    until: month("2026-12"),
    ends: "law",
    value: { sector: "other", programmes: ["jkk", "jkm"], numerator: 1, denominator: 2 },
    source: pp50,
  },
];

/** Of the brackets only the lowest is known from published amounts. */
function bracketOf(incomeFromRupiah: number, baseRupiah: number, contribution: number): IncomeBracket {
  return {
    incomeFromRupiah,
    baseRupiah,
    contribution: rupiahPerMonth(contribution),
    mark: incomeFromRupiah === 0 ? "reported" : "from-memory",
  };
}
