import type { Mark, RateSource } from "#law";
import { fractionOf, sumRupiah, type RupiahPerMonth } from "#money";
import { firstDay, lastDay, type CivilDate, type Month } from "#time";
import type { Programme, RateRow } from "./contribution-rates.ts";
import { findFullPrice, type FullPrice } from "./full-price.ts";
import type { PriceQuestion } from "./price-question.ts";
import {
  defaultPriceSettings,
  listSettings,
  type PriceSettings,
  type ShownSetting,
} from "./price-settings.ts";
import { reliefOf, type ReliefAnswer } from "./relief-of.ts";

/** How an amount came about: the full contribution, then the relief or why there is none. */
export type PriceBasis = FullPrice["basis"] & { relief: ReliefAnswer["relief"] };

/** The row of law behind an amount. `valid.ends`: "law" ends by itself, "review" is only as far as we have read. */
export type PriceSource = RateSource & {
  rate: string;
  valid: { from: CivilDate; to: CivilDate; ends: "law" | "review" };
};

export type PricePart = {
  programme: Programme;
  amount: RupiahPerMonth;
  basis: PriceBasis;
  sources: PriceSource[];
};

/** The answer of `tuwai price --json`. */
export type Price = {
  month: Month;
  total: RupiahPerMonth;
  parts: PricePart[];
  settings: ShownSetting[];
};

/** No row of law covers the month for these programmes. The price is unknown, not zero and not last year's. */
export type NoRate = { outcome: "no-rate"; month: Month; programmes: Programme[] };

export type PriceOutcome = { outcome: "priced"; price: Price } | NoRate;

const allProgrammes: readonly Programme[] = ["jkk", "jkm", "jht"];

/**
 * What one worker costs in one month, per programme rounded half up, with the law behind every number.
 * Throws a RangeError for an income that is no whole rupiah from 0, and for an empty list of programmes.
 */
export function priceOf(question: PriceQuestion): PriceOutcome {
  if (!Number.isSafeInteger(question.income) || question.income < 0) {
    throw new RangeError("income is a whole number of rupiah from 0");
  }
  const asked = question.programmes ?? ["jkk", "jkm"];
  if (asked.length === 0) throw new RangeError("a price needs at least one programme");

  const settings = { ...defaultPriceSettings, ...question.settings };
  const programmes = allProgrammes.filter((programme) => asked.includes(programme));
  const fullPrices = programmes.map((programme) => ({
    programme,
    full: findFullPrice(question, programme, settings),
  }));
  const missing = fullPrices.filter(({ full }) => full === undefined).map(({ programme }) => programme);
  if (missing.length > 0) return { outcome: "no-rate", month: question.month, programmes: missing };

  const parts = fullPrices.flatMap(({ programme, full }) =>
    full === undefined ? [] : [partOf(question, programme, full, settings)],
  );
  const total = sumRupiah(parts.map((part) => part.amount));
  return {
    outcome: "priced",
    price: { month: question.month, total, parts, settings: listSettings(settings) },
  };
}

function partOf(
  question: PriceQuestion,
  programme: Programme,
  full: FullPrice,
  settings: PriceSettings,
): PricePart {
  const { relief, row: reliefRow } = reliefOf(question, programme, settings);
  const { fullRupiah } = full.basis;
  const amount = relief.applies
    ? fractionOf(fullRupiah, relief.denominator - relief.numerator, relief.denominator)
    : fullRupiah;
  const sources = [sourceOf(full.row, full.mark)];
  if (reliefRow !== undefined) sources.push(sourceOf(reliefRow, reliefRow.source.mark));
  return { programme, amount, basis: { ...full.basis, relief }, sources };
}

function sourceOf(row: RateRow<unknown>, mark: Mark): PriceSource {
  const valid = { from: firstDay(row.from), to: lastDay(row.until), ends: row.ends };
  return { instrument: row.source.instrument, article: row.source.article, valid, mark, rate: row.id };
}
