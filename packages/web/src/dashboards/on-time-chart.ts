import { isTold, onTimeShare } from "@tuwai/domain/dashboards";
import { listMonths, type Month, shiftMonth } from "@tuwai/domain/time";
import type { SummedMonth } from "@tuwai/server/dashboards";
import { type ChartSpec, drawHeat } from "#charts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { formatMonth } from "#language/format.ts";
import { type Charted, factsOf, sayings } from "./chart-words.ts";
import { shortMonth } from "./short-month.ts";

const drawn = 12;
const monthsShown = 12;

/** C7: of those who owed a month, who paid by its day: villages by the last twelve complete months, the lowest first. */
export function onTimeChart(charted: Charted): ChartSpec | null {
  const { dashboard, language } = charted;
  const t = dashboardChartTexts[language].onTime;
  const { percent } = sayings(charted);
  const months = listMonths(shiftMonth(dashboard.lastMonth, 1 - monthsShown), dashboard.lastMonth);
  const cells = (rows: readonly SummedMonth[]) =>
    months.map((month) => shareIn(rows, month, dashboard.seesPersons));
  const all = cells(dashboard.months);
  if (all.every((cell) => cell === null)) return null;
  const villages = dashboard.villages
    .map(({ name, months: rows }) => ({ label: name, cells: cells(rows) }))
    .filter((row) => row.cells.some((cell) => cell !== null))
    .toSorted((a, b) => (a.cells.at(-1) ?? 101) - (b.cells.at(-1) ?? 101) || (a.label < b.label ? -1 : 1));
  const lowest = villages[0]?.cells.at(-1);
  const now = all.at(-1);
  const title =
    now === null || now === undefined
      ? t.none
      : t.title(percent(now), formatMonth(language, dashboard.lastMonth)) +
        (villages.length > 1 && lowest !== null && lowest !== undefined
          ? t.lowest(villages[0]!.label, percent(lowest))
          : "");
  const rows = [{ label: t.city, cells: all }, ...(villages.length > 1 ? villages.slice(0, drawn) : [])];
  return {
    name: "tepat-waktu",
    title,
    ...factsOf(charted, {
      unit: dashboardChartTexts[language].percent,
      period: `${formatMonth(language, months[0]!)} – ${formatMonth(language, dashboard.lastMonth)}`,
      formula: t.formula,
      problems: t.problems,
      ...(villages.length > drawn ? { more: t.shown(String(drawn)) } : {}),
    }),
    draw: (size) =>
      drawHeat({ rows, columns: months.map((month) => shortMonth(language, month)), summary: title }, size),
    table: {
      columns: [
        { header: t.columns.village, kind: "text" },
        ...months.map((month) => ({ header: shortMonth(language, month), kind: "percent" as const })),
      ],
      rows: [{ label: t.city, cells: all }, ...villages].map((row) => [row.label, ...row.cells]),
    },
  };
}

function shareIn(rows: readonly SummedMonth[], month: Month, seesPersons: boolean): number | null {
  const row = rows.find((one) => one.month === month);
  if (row === undefined || !isTold(row.covered + row.due + row.grace, seesPersons)) return null;
  return onTimeShare(row);
}
