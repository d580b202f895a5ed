import type { TargetRow } from "@tuwai/server/indicators";
import type { ReactElement } from "react";
import { indicatorTexts } from "#language/indicators.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import { exactPercent } from "./in-words.ts";

/** Targets of one ladder, year by year. */
export function TargetTable({ rows }: { readonly rows: readonly TargetRow[] }): ReactElement {
  const { detail: t, marks } = useTexts(indicatorTexts);
  const language = useLanguage();
  return (
    <Table
      caption={t.targets}
      keyOf={({ id }) => id}
      rows={rows}
      columns={[
        { key: "year", head: t.columns.year, cell: ({ year }) => String(year) },
        {
          key: "percent",
          head: t.columns.percent,
          cell: ({ percent }) => exactPercent(language, percent),
          number: true,
        },
        { key: "mark", head: t.columns.mark, cell: ({ mark }) => marks[mark] },
        { key: "source", head: t.columns.source, cell: ({ source }) => source, phone: "wide" },
      ]}
    />
  );
}
