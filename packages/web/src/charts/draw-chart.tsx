import { renderToStaticMarkup } from "react-dom/server";
import { formatNumber, formatPercent, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { Table } from "#ui";
import type { ChartCell, ChartColumn, ChartSpec } from "./chart-spec.ts";
import type { ChartSize } from "./svg.ts";

/** A chart as a page carries it: pictures and table are markup already, so that whoever comes next is shown the same without drawing anew. */
export type DrawnChart = Omit<ChartSpec, "draw" | "table"> & {
  readonly drawn: Readonly<Record<ChartSize, string>> | null;
  readonly table: string;
};

export function drawChart({ draw, ...spec }: ChartSpec, language: Language): DrawnChart {
  return {
    ...spec,
    drawn: draw === null ? null : { narrow: draw("narrow"), wide: draw("wide") },
    table: renderToStaticMarkup(<SpecTable spec={spec} language={language} />, {
      // Tables drawn apart would otherwise share their ids on one page.
      identifierPrefix: spec.name,
    }),
  };
}

type Spec = { readonly spec: Pick<ChartSpec, "title" | "table">; readonly language: Language };

function SpecTable({ spec: { title, table }, language }: Spec) {
  return (
    <Table
      caption={title}
      columns={table.columns.map((column, at) => ({
        key: String(at),
        head: column.header,
        number: column.kind !== "text",
        cell: ({ cells }: { readonly cells: readonly ChartCell[] }) =>
          sayCell(language, column, cells[at] ?? null),
      }))}
      rows={table.rows.map((cells, at) => ({ cells, key: String(at) }))}
      keyOf={({ key }) => key}
    />
  );
}

/** A cell of a chart's table as people read it. */
export function sayCell(language: Language, { kind }: ChartColumn, value: ChartCell): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  if (kind === "rupiah") return formatRupiah(language, value);
  return kind === "percent" ? formatPercent(language, value) : formatNumber(language, value);
}
