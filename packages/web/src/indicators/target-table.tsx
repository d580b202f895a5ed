import type { LadderCode } from "@tuwai/domain/indicators";
import type { TargetRow } from "@tuwai/server/indicators";
import type { ReactElement } from "react";
import { indicatorTexts } from "#language/indicators.ts";
import { sourceInWords } from "#language/source-words.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import { exactPercent } from "./in-words.ts";

type Props = { readonly ladder: LadderCode; readonly rows: readonly TargetRow[] };

/** Targets of one ladder, year by year. */
export function TargetTable({ ladder, rows }: Props): ReactElement {
  const { detail: t, marks, ladders } = useTexts(indicatorTexts);
  const language = useLanguage();
  return (
    <Table
      caption={t.targets(ladders[ladder])}
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
        {
          key: "source",
          head: t.columns.source,
          cell: ({ source }) => sourceInWords(language, source),
          phone: "wide",
        },
      ]}
    />
  );
}
