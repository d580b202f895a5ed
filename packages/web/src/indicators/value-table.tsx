import type { ShownValue } from "@tuwai/server/indicators";
import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { indicatorTexts } from "#language/indicators.ts";
import { sourceInWords } from "#language/source-words.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table, type Column } from "#ui";
import { percentInWords, placeInWords, whenInWords } from "./in-words.ts";

type Props = {
  readonly caption: string;
  readonly rows: readonly ShownValue[];
  readonly city: { readonly code: string; readonly name: string };
  /** Corrected and withdrawn ones are among them. */
  readonly hasState?: boolean;
};

/** Values with both halves, mark and source; the newest first. */
export function ValueTable({ caption, rows, city, hasState = false }: Props): ReactElement {
  const texts = useTexts(indicatorTexts);
  const { columns, ...t } = texts.detail;
  const language = useLanguage();
  const people = (n: number | null) => (n === null ? "–" : formatNumber(language, n));
  const state: Column<ShownValue> = {
    key: "state",
    head: columns.state,
    cell: ({ isReplaced, isWithdrawal }) => (isWithdrawal ? t.withdrawn : isReplaced ? t.replaced : t.stands),
  };
  return (
    <Table
      caption={caption}
      keyOf={({ id }) => id}
      rows={rows.toReversed()}
      columns={[
        { key: "asOf", head: columns.asOf, cell: ({ asOf }) => whenInWords(language, asOf) },
        { key: "place", head: columns.place, cell: ({ place }) => placeInWords(language, place, city) },
        { key: "over", head: columns.over, cell: ({ numerator }) => people(numerator), number: true },
        { key: "under", head: columns.under, cell: ({ denominator }) => people(denominator), number: true },
        {
          key: "percent",
          head: columns.percent,
          cell: (row) => percentInWords(language, row) ?? "–",
          number: true,
        },
        { key: "mark", head: columns.mark, cell: ({ mark }) => texts.marks[mark] },
        ...(hasState ? [state] : []),
        { key: "source", head: columns.source, cell: (row) => <SourceOf value={row} />, phone: "wide" },
      ]}
    />
  );
}

function SourceOf({ value }: { readonly value: ShownValue }) {
  const t = useTexts(indicatorTexts).detail;
  const language = useLanguage();
  const { source, denominatorSource, denominatorAsOf, note } = value;
  const under = denominatorAsOf === null ? "" : whenInWords(language, denominatorAsOf);
  return (
    <>
      <span>{sourceInWords(language, source)}</span>
      {denominatorSource !== null && (
        <div className="small">{t.underSource(sourceInWords(language, denominatorSource), under)}</div>
      )}
      {note !== null && <div className="quiet small">{sourceInWords(language, note)}</div>}
    </>
  );
}
