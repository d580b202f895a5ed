import { type ChartSpec, drawBars } from "#charts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { formatRupiah } from "#language/format.ts";
import { type Charted, factsOf, sayings } from "./chart-words.ts";

const drawn = 12;

/** C6: what each village needs, promised, budgeted and paid for the year to come; the largest gap first. */
export function promiseChart(charted: Charted): ChartSpec | null {
  const { dashboard, language } = charted;
  const t = dashboardChartTexts[language].promises;
  const { short } = sayings(charted);
  const asked = dashboard.promises.at(-1);
  if (asked === undefined || asked.need === 0) return null;
  const villages = dashboard.villages
    .flatMap(({ code, name, promises }) => promises.map((row) => ({ code, name, ...row })))
    .filter(({ need, promised }) => need > 0 || promised > 0);
  const ofYear = villages
    .filter(({ year }) => year === asked.year)
    .toSorted((a, b) => gapOf(b) - gapOf(a) || (a.name < b.name ? -1 : 1));
  const open = ofYear.filter(({ isBudgeted, need }) => need > 0 && !isBudgeted).length;
  const gap = ofYear.reduce((sum, row) => sum + gapOf(row), 0);
  const year = String(asked.year);
  const title = open === 0 ? t.full(year) : t.title(String(open), year, formatRupiah(language, gap));
  const rows = ofYear.slice(0, drawn).map((row) => ({
    label: row.name,
    value: row.paid,
    light: row.budgeted,
    outline: row.promised,
    tick: row.need,
    text: gapOf(row) === 0 ? t.enough : t.short(short(gapOf(row))),
  }));
  const max = Math.max(1, ...rows.flatMap(({ outline, tick, light }) => [outline, tick, light]));
  return {
    name: "janji",
    title,
    ...factsOf(charted, {
      unit: dashboardChartTexts[language].rupiah,
      period: year,
      formula: t.formula,
      problems: t.problems,
    }),
    draw: (size) => drawBars({ rows, max, summary: title }, size),
    table: {
      columns: [
        { header: t.columns.village, kind: "text" },
        { header: t.columns.year, kind: "text" },
        ...(["need", "promised", "budgeted", "paid", "gap"] as const).map((key) => ({
          header: t.columns[key],
          kind: "rupiah" as const,
        })),
      ],
      rows: [...ofYear, ...villages.filter((row) => row.year !== asked.year)].map((row) => [
        row.name,
        String(row.year),
        row.need,
        row.promised,
        row.budgeted,
        row.paid,
        gapOf(row),
      ]),
    },
  };
}

const gapOf = (row: { readonly need: number; readonly budgeted: number }) =>
  Math.max(0, row.need - row.budgeted);
