import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { formatShare } from "#language/format-share.ts";
import { coverageTexts } from "#language/coverage.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import { rangeText } from "./range-text.ts";
import type { KecamatanRow } from "./village-rows.ts";

type Props = { readonly rows: readonly KecamatanRow[]; readonly here: string | undefined };

export function KecamatanTable({ rows, here }: Props): ReactElement {
  const t = useTexts(coverageTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const number = (value: number | null, row: KecamatanRow): string =>
    value === null ? absent(row) : formatNumber(language, value);
  const absent = ({ isHidden }: KecamatanRow): string => (isHidden ? t.hidden : t.noneYet);
  return (
    <Table
      caption={
        <>
          {t.byKecamatan} <span className="quiet small">{t.kecamatanNote}</span>
        </>
      }
      rows={rows}
      keyOf={(row) => row.slug}
      columns={[
        {
          key: "name",
          head: t.kecamatan,
          cell: (row) => (
            <a href={to(`/cakupan/${row.slug}`)} aria-current={row.slug === here ? "page" : undefined}>
              {row.name}
            </a>
          ),
        },
        {
          key: "share",
          head: t.columns.share,
          number: true,
          cell: (row) => (
            <>
              <strong>
                {row.percent === null ? absent(row) : formatShare(language, { ...row, percent: row.percent })}
              </strong>
              {row.hidden > 0 && <div className="quiet small">{t.hiddenCount(row.hidden)}</div>}
            </>
          ),
        },
        {
          key: "n",
          head: t.columns.protected,
          number: true,
          cell: (row) => (row.numerator === null ? absent(row) : rangeText(language, row.numerator)),
        },
        { key: "of", head: t.columns.workers, number: true, cell: (row) => number(row.denominator, row) },
      ]}
    />
  );
}
