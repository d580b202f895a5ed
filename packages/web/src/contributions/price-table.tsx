import type { ReactElement } from "react";
import type { ExplainedPrice } from "@tuwai/server/contributions";
import type { PledgePrices, PriceStep } from "@tuwai/server/sponsors";
import { contributionTexts } from "#language/contributions.ts";
import { formatMonths } from "#language/format-months.ts";
import { formatMonth, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Disclosure, Table } from "#ui";

type Span = { readonly from: string; readonly until: string };

/** What a worker costs now and later, as far as the law is known, with the rule behind the first amount. */
export function PriceTable(props: {
  readonly prices: PledgePrices;
  readonly explained: readonly ExplainedPrice[];
}): ReactElement {
  const t = useTexts(contributionTexts);
  const language = useLanguage();
  const { prices, explained } = props;
  const amountAt = (steps: readonly PriceStep[], at: string): string => {
    const step = steps.find(({ from, until }) => from <= at && at <= until);
    return step ? formatRupiah(language, step.perWorkerRupiah) : t.price.unknown;
  };
  return (
    <div className="stack">
      <Table
        caption={t.price.caption}
        rows={spansOf(prices)}
        keyOf={({ from }) => from}
        columns={[
          {
            key: "months",
            head: t.price.months,
            cell: (span) => formatMonths(language, span),
          },
          {
            key: "other",
            head: t.price.heads.other,
            number: true,
            cell: ({ from }) => amountAt(prices.other, from),
          },
          {
            key: "transport",
            head: t.price.heads.transport,
            number: true,
            cell: ({ from }) => amountAt(prices.transport, from),
          },
        ]}
      />
      <Disclosure summary={t.price.details}>
        <p>{t.price.programmes}</p>
        {explained.map((price) => (
          <PriceRule key={price.sector} price={price} />
        ))}
        <p className="quiet">
          {t.price.assumed} {t.price.horizon}
        </p>
      </Disclosure>
    </div>
  );
}

function PriceRule({ price }: { readonly price: ExplainedPrice }): ReactElement {
  const t = useTexts(contributionTexts);
  const language = useLanguage();
  const rupiah = (amount: number): string => formatRupiah(language, amount);
  const parts = price.parts.map(({ programme, rupiah: amount, fullRupiah }) =>
    t.price.part(programme.toUpperCase(), rupiah(amount), rupiah(fullRupiah)),
  );
  return (
    <>
      <p>
        {t.price.parts(t.price.sectors[price.sector], formatMonth(language, price.month), parts.join(" + "))}
      </p>
      <ul>
        {price.sources.map(({ instrument, article, mark }) => (
          <li key={instrument + article}>{t.price.law(instrument, article, t.marks[mark])}</li>
        ))}
      </ul>
    </>
  );
}

/** The runs of months in which neither sector's price changes. */
function spansOf(prices: PledgePrices): Span[] {
  const steps = [...prices.other, ...prices.transport];
  const starts = [...new Set(steps.map(({ from }) => from))].toSorted();
  const ends = [...new Set(steps.map(({ until }) => until))].toSorted();
  return starts.flatMap((from) => {
    const until = ends.find((end) => end >= from);
    return until === undefined ? [] : [{ from, until }];
  });
}
