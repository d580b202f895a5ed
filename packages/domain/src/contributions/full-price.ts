import type { Mark } from "#law";
import { fractionOf, rupiahPerMonth, type RupiahPerMonth } from "#money";
import type { Month } from "#time";
import {
  bpuDeathCover,
  bpuIncomeBrackets,
  villageOfficerShares,
  type Programme,
  type RateRow,
} from "./contribution-rates.ts";
import type { PriceQuestion } from "./price-question.ts";
import { findRate } from "./find-rate.ts";
import type { PriceSettings } from "./price-settings.ts";

/** The contribution before any relief, and the row of law it was read from. */
export type FullPrice = {
  basis: {
    /** From a bracket of income, one amount for every income, or a share of the wage. */
    kind: "income-bracket" | "flat" | "wage-share";
    baseRupiah: number | null;
    /** Share of the base in ten-thousandths, for a wage share. */
    perTenThousand: number | null;
    fullRupiah: RupiahPerMonth;
  };
  row: RateRow<unknown>;
  mark: Mark;
};

/** The full contribution of one programme, or undefined when no row of law covers the month. */
export function findFullPrice(
  question: PriceQuestion,
  programme: Programme,
  settings: PriceSettings,
): FullPrice | undefined {
  if (question.segment === "pu-village") return findWageShare(question, programme, settings);
  return programme === "jkm" ? findDeathCover(question.month) : findIncomeBracket(question, programme);
}

function findWageShare(
  { month, income }: PriceQuestion,
  programme: Programme,
  settings: PriceSettings,
): FullPrice | undefined {
  const row = findRate(villageOfficerShares[programme], month);
  if (row === undefined) return undefined;
  const baseRupiah = Math.max(income, settings["pu-village-minimum-wage-rupiah"].value);
  const perTenThousand = row.value.employerPerTenThousand + row.value.officerPerTenThousand;
  const fullRupiah = fractionOf(rupiahPerMonth(baseRupiah), perTenThousand, 10_000);
  const basis = { kind: "wage-share", baseRupiah, perTenThousand, fullRupiah } as const;
  return { basis, row, mark: row.source.mark };
}

function findDeathCover(inMonth: Month): FullPrice | undefined {
  const row = findRate(bpuDeathCover, inMonth);
  if (row === undefined) return undefined;
  const basis = { kind: "flat", baseRupiah: null, perTenThousand: null, fullRupiah: row.value } as const;
  return { basis, row, mark: row.source.mark };
}

function findIncomeBracket(
  { month, income }: PriceQuestion,
  programme: "jkk" | "jht",
): FullPrice | undefined {
  const row = findRate(bpuIncomeBrackets[programme], month);
  const bracket = row?.value.findLast(({ incomeFromRupiah }) => incomeFromRupiah <= income);
  if (row === undefined || bracket === undefined) return undefined;
  const fullRupiah = bracket.contribution;
  const basis = {
    kind: "income-bracket",
    baseRupiah: bracket.baseRupiah,
    perTenThousand: null,
    fullRupiah,
  } as const;
  return { basis, row, mark: bracket.mark };
}
