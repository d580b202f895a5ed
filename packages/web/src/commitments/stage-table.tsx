import type { VillageBills } from "@tuwai/server/fulfilment";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

/** Promise, budget, bill, payment and what BPJS received, each with what is missing against the one before. */
export function StageTable({ stages }: { readonly stages: VillageBills["stages"] }): ReactElement {
  const t = useTexts(fulfilmentTexts).bills.stages;
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const rupiah = (n: number) => formatRupiah(language, n);
  const cell = (value: number | null, gap: number | null | undefined, format: (n: number) => string) => (
    <>
      {value === null ? t.unknown : format(value)}
      {gap != null && gap > 0 && <div className="quiet small">{t.short(format(gap))}</div>}
    </>
  );
  return (
    <Table
      id="tahap"
      caption={t.caption}
      rows={stages}
      keyOf={({ stage }) => stage}
      columns={[
        { key: "stage", head: t.stage, cell: ({ stage }) => t.names[stage] },
        {
          key: "rupiah",
          head: t.rupiah,
          number: true,
          cell: (stage) => cell(stage.rupiah, stage.gap?.rupiah, rupiah),
        },
        {
          key: "heads",
          head: t.heads,
          number: true,
          cell: (stage) => cell(stage.heads, stage.gap?.heads, number),
        },
        {
          key: "fullMonths",
          head: t.fullMonths,
          number: true,
          cell: (stage) => cell(stage.fullMonths, stage.gap?.fullMonths, number),
        },
      ]}
    />
  );
}
