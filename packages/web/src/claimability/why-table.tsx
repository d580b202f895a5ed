import { checks, type ShownCode, toldByVillage } from "@tuwai/domain/claimability";
import type { ReactElement } from "react";
import { claimabilityTexts } from "#language/claimability.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Disclosure, Table } from "#ui";

type Lack = { readonly code: ShownCode; readonly count: number };

/** Each thing that somebody here lacks: by what BPJS refuses, how far that is known, and how many lack it. */
export function WhyTable({ lacks }: { readonly lacks: readonly Lack[] }): ReactElement | null {
  const t = useTexts(claimabilityTexts);
  const language = useLanguage();
  const rows = lacks.flatMap(({ code, count }) =>
    code === toldByVillage ? [] : [{ code, count, ...checks[code] }],
  );
  if (rows.length === 0) return null;
  const heads = t.why.columns;
  return (
    <Disclosure summary={t.why.title}>
      <p>{t.why.lead}</p>
      <Table
        caption={t.why.caption}
        rows={rows}
        keyOf={({ code }) => code}
        columns={[
          { key: "check", head: heads.check, cell: ({ code }) => t.checks[code] },
          {
            key: "count",
            number: true,
            head: heads.count,
            cell: ({ count }) => formatNumber(language, count),
          },
          { key: "weight", head: heads.weight, cell: ({ weight }) => t.weights[weight] },
          {
            key: "source",
            phone: "wide",
            head: heads.source,
            cell: ({ source }) => `${source.instrument}: ${source.article}`,
          },
          { key: "mark", phone: "wide", head: heads.mark, cell: ({ source }) => t.marks[source.mark] },
        ]}
      />
    </Disclosure>
  );
}
