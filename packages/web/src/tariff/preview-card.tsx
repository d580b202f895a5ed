import type { PriceLine, PricePreview } from "@tuwai/domain/tariff";
import type { ReactElement } from "react";
import { formatMonths } from "#language/format-months.ts";
import { formatRupiah } from "#language/format.ts";
import { tariffTexts } from "#language/tariff.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, type Column, Table } from "#ui";

/** What one worker costs by payer and sector, now and later, and in a year. */
export function PreviewCard(props: { readonly preview: PricePreview; readonly base: number }): ReactElement {
  const t = useTexts(tariffTexts).preview;
  const language = useLanguage();
  const { spans, years, lines } = props.preview;
  const say = (amount: number | null | undefined): string =>
    amount === null || amount === undefined ? t.unknown : formatRupiah(language, amount);
  const who = ({ payer, sector }: PriceLine): string => `${t.payers[payer]}, ${t.sectors[sector]}`;
  const columns: Column<PriceLine>[] = [
    { key: "who", head: t.who, cell: who },
    ...spans.map((span, at) => ({
      key: span.from,
      head: formatMonths(language, span),
      number: true,
      cell: ({ amounts }: PriceLine) => say(amounts[at]),
    })),
    ...years.map((year, at) => ({
      key: String(year),
      head: t.year(String(year)),
      number: true,
      cell: ({ yearSums }: PriceLine) => say(yearSums[at]),
    })),
  ];
  return (
    <Card title={t.title}>
      <Table caption={t.caption} rows={lines} keyOf={who} columns={columns} />
      <p className="quiet small">{t.assumed(formatRupiah(language, props.base))}</p>
    </Card>
  );
}
