import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { formatNumber } from "#language/format.ts";
import { coverageTexts } from "#language/coverage.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table, withQuery } from "#ui";
import type { Order } from "./area-query.ts";
import { rangeText } from "./range-text.ts";
import type { VillageRow } from "./village-rows.ts";

/** Of a search or a small kecamatan nothing is hidden. */
const fewRows = 15;

/** The table behind every view, always in the page: maps and dots are ways of looking at it. */
export function VillageTable({ rows }: { readonly rows: readonly VillageRow[] }): ReactElement {
  const t = useTexts(coverageTexts);
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const order = new URLSearchParams(search).get("urut");
  const sort = (by: Order, now: "ascending" | "descending") => ({
    href: `${pathname}${withQuery(search, { urut: by })}#cakupan-desa`,
    now: order === by ? now : undefined,
  });
  const c = t.columns;
  const say = useCells();
  const toggled: Order = order === "terendah" ? "tertinggi" : "terendah";
  const silent = rows.filter((row) => row.isSilent).length;
  const fold = {
    summary: t.silent(formatNumber(language, silent)),
    says: t.silentShort,
    isFolded: (row: VillageRow) => row.isSilent,
    isOpen: rows.length <= fewRows,
  };
  return (
    <Table
      id="cakupan-desa"
      caption={
        <>
          {t.tableTitle}
          {rows.some((row) => row.isHidden) && <span className="quiet small"> {t.hiddenWhy}</span>}
        </>
      }
      rows={rows}
      keyOf={(row) => row.code}
      fold={silent === 0 ? undefined : fold}
      regionOf={(row) => row.code}
      columns={[
        {
          key: "village",
          head: c.village,
          sort: sort("nama", "ascending"),
          cell: (r) => <a href={r.href}>{r.name}</a>,
        },
        {
          key: "share",
          head: c.share,
          number: true,
          sort: { ...sort(toggled, "ascending"), now: sharedOrder(order) },
          cell: (r) => <strong>{say.share(r)}</strong>,
        },
        { key: "protected", head: c.protected, number: true, cell: say.covered },
        { key: "workers", head: c.workers, number: true, cell: say.workers },
        { key: "listed", head: c.listed, number: true, phone: "wide", cell: say.listed },
        {
          key: "unprotected",
          head: c.unprotected,
          number: true,
          sort: sort("belum", "descending"),
          cell: say.unprotected,
        },
        { key: "kecamatan", phone: "left-out", head: c.kecamatan, cell: (r) => r.kecamatan.name },
        { key: "kind", phone: "left-out", head: c.kind, cell: (r) => (r.isKelurahan ? t.kelurahan : t.desa) },
      ]}
    />
  );
}

/** What stands in a row's cells. That fewer than ten are covered is said of the covered alone, and the estimate is never withheld. */
function useCells() {
  const t = useTexts(coverageTexts);
  const language = useLanguage();
  const withheld = (row: VillageRow): string => (row.isHidden ? t.hidden : t.noneYet);
  const range = (value: number | null, row: VillageRow): string =>
    value === null ? withheld(row) : rangeText(language, value);
  return {
    share: (row: VillageRow) => (row.isSmall ? t.fewerThanTenPeople : row.valueText),
    covered: (row: VillageRow) => (row.isSmall ? t.fewerThanTen : range(row.numerator, row)),
    workers: ({ denominator }: VillageRow) =>
      denominator === null ? t.noneYet : formatNumber(language, denominator),
    listed: (row: VillageRow) => range(row.listed, row),
    unprotected: (row: VillageRow) =>
      row.unprotectedText ?? (row.denominator === null ? t.noneYet : withheld(row)),
  };
}

/** Without a word in the address the page sorts by lowest coverage. */
function sharedOrder(order: string | null): "ascending" | "descending" | undefined {
  if (order === null || order === "terendah") return "ascending";
  return order === "tertinggi" ? "descending" : undefined;
}
