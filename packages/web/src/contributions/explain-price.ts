import { priceOf, type Price, type Sector } from "@tuwai/domain/contributions";
import type { Month } from "@tuwai/domain/time";
import type { PledgePrices } from "@tuwai/server/sponsors";

/** Lowest base of PP 44/2015, Annex II: what BPJS takes for a worker whom others pay for. Whole rupiah a month. */
const lowestIncome = 1_000_000;

export type ExplainedPrice = {
  readonly sector: Sector;
  readonly month: Month;
  readonly parts: readonly {
    readonly programme: string;
    readonly rupiah: number;
    readonly fullRupiah: number;
  }[];
  readonly sources: readonly {
    readonly instrument: string;
    readonly article: string;
    readonly isConfirmed: boolean;
  }[];
};

/**
 * The rule behind the first month of each sector. Left out when the city reckons with other settings than the
 * defaults and comes to another amount: no explanation is better than one that does not add up.
 */
export function explainPrices(prices: PledgePrices): ExplainedPrice[] {
  return (["other", "transport"] as const).flatMap((sector) => {
    const [first] = prices[sector];
    if (first === undefined) return [];
    const answer = priceOf({
      segment: "bpu",
      income: lowestIncome,
      payer: "pooled-asn",
      sector,
      month: first.from,
    });
    if (answer.outcome !== "priced" || answer.price.total !== first.perWorkerRupiah) return [];
    return [explained(sector, answer.price)];
  });
}

function explained(sector: Sector, { month, parts }: Price): ExplainedPrice {
  const sources = parts.flatMap((part) => part.sources);
  const seen = new Map(sources.map((source) => [`${source.instrument} ${source.article}`, source]));
  return {
    sector,
    month,
    parts: parts.map(({ programme, amount, basis }) => ({
      programme: programme.toUpperCase(),
      rupiah: amount,
      fullRupiah: basis.fullRupiah,
    })),
    sources: [...seen.values()].map(({ instrument, article, confirmed }) => ({
      instrument,
      article,
      isConfirmed: confirmed,
    })),
  };
}
