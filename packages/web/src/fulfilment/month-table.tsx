import type { VillageBills } from "@tuwai/server/fulfilment";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, EmptyState, Table } from "#ui";

/** The bill of each month by the lines of the budget, newest first. */
export function MonthTable({ months }: { readonly months: VillageBills["months"] }): ReactElement {
  const t = useTexts(fulfilmentTexts).bills.months;
  const groups = useTexts(commitmentTexts).groups;
  const language = useLanguage();
  const rupiah = (n: number) => formatRupiah(language, n);
  const rows = months.toReversed().flatMap(({ month, lines }) => lines.map((line) => ({ month, ...line })));
  return (
    <Card title={t.title}>
      {rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t.caption}
          rows={rows}
          keyOf={({ month, group }) => `${month} ${group ?? ""}`}
          columns={[
            {
              key: "month",
              head: t.month,
              cell: ({ month, group }) => (
                <>
                  {formatMonth(language, month)}
                  <div className="small">{group === null ? t.noLine : groups[group]}</div>
                </>
              ),
            },
            {
              key: "people",
              head: t.people,
              number: true,
              cell: ({ people }) => formatNumber(language, people),
            },
            { key: "owed", head: t.owed, number: true, cell: ({ owed }) => rupiah(owed) },
            {
              key: "booked",
              head: t.booked,
              number: true,
              cell: ({ booked, group }) => (group === null ? "–" : rupiah(booked)),
            },
            { key: "received", head: t.received, number: true, cell: ({ received }) => rupiah(received) },
            { key: "code", head: t.code, cell: ({ codes }) => (codes.length === 0 ? "–" : codes.join(", ")) },
          ]}
        />
      )}
    </Card>
  );
}
