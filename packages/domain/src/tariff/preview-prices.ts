import { priceOf, type Payer, type PriceSettings, type Sector } from "#contributions";
import { listMonths, month, shiftMonth, type Month } from "#time";

/** A run of months in which no line's price changes, both included. */
export type PriceSpan = { from: Month; until: Month };

/** What a worker without a wage costs by one purse; null where no row of law covers the months. */
export type PriceLine = {
  payer: Payer;
  /** "every": the sectors cost the same. */
  sector: Sector | "every";
  /** One a span. Whole rupiah a month. */
  amounts: readonly (number | null)[];
  /** One a calendar year, from January to December. */
  yearSums: readonly (number | null)[];
};

export type PricePreview = {
  spans: readonly PriceSpan[];
  years: readonly number[];
  lines: readonly PriceLine[];
};

export type PreviewQuestion = {
  from: Month;
  /** How many months from the first on. */
  months: number;
  /** What is reported as income; whole rupiah a month. */
  income: number;
  settings: PriceSettings;
};

const payers: readonly Payer[] = ["private", "pooled-asn", "apbn-apbd", "apbdes"];
const sectors: readonly Sector[] = ["other", "transport"];

/** JKK and JKM of one worker by payer and sector, month by month and as sums of the calendar years they lie in. */
export function previewPrices(question: PreviewQuestion): PricePreview {
  const until = shiftMonth(question.from, question.months - 1);
  const months = listMonths(question.from, until);
  const years = [...new Set(months.map((each) => Number(each.slice(0, 4))))];
  const purses = payers.flatMap((payer) => sectors.map((sector) => ({ payer, sector })));
  const tables = purses.map((purse) => {
    const price = (of: Month) => priceIn(question, purse, of);
    return { ...purse, prices: months.map(price), yearSums: years.map((year) => sumOf(year, price)) };
  });
  const spans = spansOf(months, (at) => tables.map(({ prices }) => prices[at]).join());
  const lines = tables.map(({ payer, sector, prices, yearSums }) => ({
    payer,
    sector,
    amounts: spans.map(({ from }) => prices[months.indexOf(from)] ?? null),
    yearSums,
  }));
  return { spans, years, lines: joinSectors(lines) };
}

function priceIn(
  { income, settings }: PreviewQuestion,
  purse: { payer: Payer; sector: Sector },
  of: Month,
): number | null {
  const answer = priceOf({ segment: "bpu", income, ...purse, month: of, settings });
  return answer.outcome === "priced" ? answer.price.total : null;
}

function sumOf(year: number, price: (of: Month) => number | null): number | null {
  const prices = listMonths(month(`${year}-01`), month(`${year}-12`)).map(price);
  return prices.includes(null) ? null : prices.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}

function spansOf(months: readonly Month[], keyAt: (at: number) => string): PriceSpan[] {
  const spans: PriceSpan[] = [];
  months.forEach((each, at) => {
    const last = spans.at(-1);
    if (last !== undefined && keyAt(at) === keyAt(at - 1)) last.until = each;
    else spans.push({ from: each, until: each });
  });
  return spans;
}

/** Two sectors of one purse that never differ are told once. */
function joinSectors(lines: readonly (PriceLine & { sector: Sector })[]): PriceLine[] {
  return payers.flatMap((payer): PriceLine[] => {
    const [first, ...rest] = lines.filter((line) => line.payer === payer);
    const told = (line: PriceLine) => [...line.amounts, ...line.yearSums].join();
    if (first === undefined) return [];
    return rest.every((line) => told(line) === told(first))
      ? [{ ...first, sector: "every" }]
      : [first, ...rest];
  });
}
