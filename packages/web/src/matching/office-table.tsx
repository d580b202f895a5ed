import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { EmptyState, Table } from "#ui";
import type { OfficePledges } from "@tuwai/server/sponsors";

/** What each office has pledged; no names. */
export function OfficeTable({ offices }: { readonly offices: readonly OfficePledges[] }): ReactElement {
  const t = useTexts(sponsorTexts).waiting;
  const language = useLanguage();
  if (offices.length === 0) return <EmptyState title={t.officesNone} />;
  const number = (value: number): string => formatNumber(language, value);
  const total = (of: (row: OfficePledges) => number): number =>
    offices.reduce((sum, row) => sum + of(row), 0);
  return (
    <Table
      caption={t.offices}
      rows={offices}
      keyOf={({ opd }) => opd}
      columns={[
        { key: "office", head: t.officeColumns.office, cell: ({ opd }) => opd, total: t.total },
        {
          key: "pledges",
          head: t.officeColumns.pledges,
          number: true,
          cell: ({ pledges }) => number(pledges),
          total: number(total(({ pledges }) => pledges)),
        },
        {
          key: "places",
          head: t.officeColumns.places,
          number: true,
          cell: ({ places }) => number(places),
          total: number(total(({ places }) => places)),
        },
        {
          key: "cap",
          head: t.officeColumns.cap,
          number: true,
          cell: ({ capRupiah }) => formatRupiah(language, capRupiah),
          total: formatRupiah(
            language,
            total(({ capRupiah }) => capRupiah),
          ),
        },
      ]}
    />
  );
}
