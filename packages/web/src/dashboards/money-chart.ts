import { moneySources } from "@tuwai/server/dashboards";
import { type ChartSpec, drawColumns } from "#charts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { formatMonth, formatRupiah } from "#language/format.ts";
import { type Charted, factsOf, isNewest, sayings } from "./chart-words.ts";
import { shortMonth } from "./short-month.ts";

/** C5: promised, paid, received, month by month: three words that are never one. */
export function moneyChart(charted: Charted): ChartSpec {
  const { dashboard, language } = charted;
  const { lastMonth } = dashboard;
  // Of an earlier month nothing after it is told.
  const money = isNewest(dashboard)
    ? dashboard.money
    : dashboard.money.filter(({ month }) => month <= lastMonth);
  const t = dashboardChartTexts[language].money;
  const { short } = sayings(charted);
  const now = money.find(({ month }) => month === lastMonth);
  const gap = now === undefined ? 0 : Math.max(0, now.owed - now.received);
  const name = formatMonth(language, lastMonth);
  const title =
    now === undefined ? t.none : gap === 0 ? t.full(name) : t.title(formatRupiah(language, gap), name);
  const isPaidKnown = money.some(({ remitted }) => remitted !== null);
  return {
    name: "uang",
    title,
    ...factsOf(charted, {
      unit: dashboardChartTexts[language].rupiah,
      formula: t.formula,
      problems: t.problems,
    }),
    draw:
      money.length === 0
        ? null
        : (size) =>
            drawColumns(
              {
                groups: money.map((row) => ({
                  label: shortMonth(language, row.month),
                  outline: row.owed,
                  light: row.remitted,
                  solid: row.received,
                  isOpen: row.month > lastMonth,
                })),
                names: {
                  outline: t.names.promised,
                  light: isPaidKnown ? t.names.paid : null,
                  solid: t.names.received,
                },
                format: short,
                summary: title,
              },
              size,
            ),
    table: {
      columns: [
        { header: dashboardChartTexts[language].month, kind: "text" },
        { header: t.columns.workers, kind: "number" },
        ...moneySources.map((source) => column(t.sources[source])),
        column(t.columns.promised),
        ...(isPaidKnown ? [column(t.columns.paid)] : []),
        column(t.columns.received),
        column(t.columns.gap),
      ],
      rows: money.map((row) => [
        formatMonth(language, row.month),
        row.owedWorkers,
        ...moneySources.map((source) => row.bySource[source]?.owed ?? 0),
        row.owed,
        ...(isPaidKnown ? [row.remitted ?? 0] : []),
        row.received,
        Math.max(0, row.owed - row.received),
      ]),
    },
  };
}

const column = (header: string) => ({ header, kind: "rupiah" as const });
