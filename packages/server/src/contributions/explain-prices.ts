import type { Mark } from "@tuwai/domain/law";
import type { Price, Programme, Sector } from "@tuwai/domain/contributions";
import type { Month } from "@tuwai/domain/time";
import { priceFor, type Pricing } from "./read-pricing.ts";

/** A price and the rule behind it, with every instrument of law named once. */
export type ExplainedPrice = {
  readonly sector: Sector;
  readonly month: Month;
  readonly parts: readonly {
    readonly programme: Programme;
    readonly rupiah: number;
    readonly fullRupiah: number;
  }[];
  readonly sources: readonly {
    readonly instrument: string;
    readonly article: string;
    readonly mark: Mark;
  }[];
};

/** How a sponsor's price of a month comes about in each sector, reckoned as it is charged; no line where no law covers it. */
export function explainPrices(pricing: Pricing, month: Month): readonly ExplainedPrice[] {
  return (["other", "transport"] as const).flatMap((sector) => {
    const answer = priceFor(pricing, { fundSource: "asn", sector, month });
    return answer.outcome === "priced" ? [explained(sector, answer.price)] : [];
  });
}

function explained(sector: Sector, { month, parts }: Price): ExplainedPrice {
  const sources = parts.flatMap((part) => part.sources);
  const seen = new Map(sources.map((source) => [`${source.instrument} ${source.article}`, source]));
  return {
    sector,
    month,
    parts: parts.map(({ programme, amount, basis }) => ({
      programme,
      rupiah: amount,
      fullRupiah: basis.fullRupiah,
    })),
    sources: [...seen.values()].map(({ instrument, article, mark }) => ({
      instrument,
      article,
      mark,
    })),
  };
}
