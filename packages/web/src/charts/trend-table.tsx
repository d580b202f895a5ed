import { type Month, monthsBetween } from "@tuwai/domain/time";
import type { ReactElement } from "react";
import { chartTexts } from "#language/charts.ts";
import { formatMonth, formatNumber, formatPercent } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { type Column, Table } from "#ui";
import type { TrendBand, TrendData, TrendPoint } from "./trend-scale.ts";

type Row = {
  readonly month: Month;
  /** Null ahead where nothing can honestly be said without a plan. */
  readonly percent: number | null;
  readonly kind: TrendPoint["kind"] | null;
  readonly plan: number | null;
  readonly band: TrendBand | null;
  readonly target: number | null;
};

type Props = {
  readonly data: TrendData;
  /** People whom 100 % stands for; the count of a month is reckoned from it where `coveredIn` says none. */
  readonly everyone: number;
  readonly coveredIn?: (month: Month) => number | undefined;
  /** What else is to be said of a month. */
  readonly noteOf?: (month: Month) => string | undefined;
};

/** The same numbers as the drawing, one row a month: what was, then what may come. */
export function TrendTable({ data, everyone, coveredIn, noteOf }: Props): ReactElement {
  const t = useTexts(chartTexts).trend.table;
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  const percent = (value: number) => formatPercent(language, value);
  const people = (value: number) => Math.round((value / 100) * everyone);
  const shown = (value: number | null) => (value === null ? "–" : percent(value));
  const rows = rowsOf(data);
  // Without a target in any row its columns would hold nothing but dashes.
  const hasTarget = rows.some(({ target }) => target !== null);
  const columns: readonly Column<Row>[] = [
    { key: "month", head: t.month, cell: (row) => formatMonth(language, row.month) },
    {
      key: "covered",
      head: t.covered,
      number: true,
      cell: (row) => {
        const counted = coveredIn?.(row.month) ?? (row.percent === null ? undefined : people(row.percent));
        return counted === undefined ? "–" : number(counted);
      },
    },
    { key: "everyone", head: t.everyone, number: true, cell: () => number(everyone) },
    { key: "share", head: t.share, number: true, cell: (row) => shown(row.percent) },
    { key: "plan", head: t.plan, number: true, cell: (row) => shown(row.plan) },
    {
      key: "target",
      head: t.target,
      number: true,
      cell: (row) => shown(row.target),
    },
    {
      key: "gap",
      head: t.gap,
      number: true,
      cell: (row) =>
        row.target === null || row.percent === null
          ? "–"
          : t.points(formatNumber(language, row.percent - row.target, 1)),
    },
    {
      key: "note",
      head: t.note,
      phone: "wide",
      cell: ({ kind, band, month }) =>
        [
          kind === null ? t.ahead : t.kinds[kind],
          band === null ? undefined : t.between(percent(band.low80), percent(band.high80)),
          noteOf?.(month),
        ]
          .filter((part) => part !== undefined)
          .join("; "),
    },
  ];
  return (
    <Table
      caption={t.caption}
      columns={columns.filter(
        ({ key }) =>
          (hasTarget || (key !== "target" && key !== "gap")) && (data.plan !== undefined || key !== "plan"),
      )}
      rows={rows}
      keyOf={({ month }) => month}
    />
  );
}

function rowsOf({ observed, fan, target, plan = [] }: TrendData): readonly Row[] {
  const last = observed.at(-1)?.month ?? "";
  const planned = new Map(plan.map(({ month, percent }) => [month, percent]));
  const bands = new Map((fan ?? []).map((band) => [band.month, band]));
  const ahead = [...new Set([...bands.keys(), ...planned.keys()])].filter((month) => month > last).toSorted();
  const common = (month: Month) => ({
    month,
    target: targetIn(target, month),
    plan: planned.get(month) ?? null,
  });
  return [
    ...observed.map(({ month, percent, kind }) => ({ ...common(month), percent, kind, band: null })),
    ...ahead.map((month) => {
      const band = bands.get(month) ?? null;
      return { ...common(month), percent: band?.median ?? null, kind: null, band };
    }),
  ];
}

/** On the straight way between two points of the target; null before the first and after the last. */
function targetIn(target: TrendData["target"], month: Month): number | null {
  const at = target.findIndex((point, index) => index > 0 && month <= point.month);
  const [from, to] = [target[at - 1], target[at]];
  if (from === undefined || to === undefined || month <= from.month) return null;
  const part = monthsBetween(from.month, month) / monthsBetween(from.month, to.month);
  return Math.round((from.percent + part * (to.percent - from.percent)) * 10) / 10;
}
