import { fewestOfClaims } from "@tuwai/domain/dashboards";
import { type ChartSpec, drawStrip } from "#charts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { type Charted, factsOf, sayings } from "./chart-words.ts";

/** C11: from the incident to the money, one dot a family; nothing where they are too few. */
export function claimChart(charted: Charted): ChartSpec | null {
  const { dashboard, language } = charted;
  const { states, days } = dashboard.claims;
  const t = dashboardChartTexts[language].claims;
  const { number } = sayings(charted);
  const all = Object.values(states).reduce((sum, count) => sum + count, 0);
  if (all === 0 || (all < fewestOfClaims && !dashboard.seesPersons)) return null;
  const isDrawn = days.length >= fewestOfClaims;
  const median = days[Math.floor((days.length - 1) / 2)] ?? 0;
  const title = isDrawn ? t.title(number(median)) : t.few;
  const longest = days.at(-1) ?? 0;
  const max = Math.max(30, Math.ceil(longest / 30) * 30);
  const known: Readonly<Record<string, string>> = t.states;
  return {
    name: "klaim",
    title,
    ...factsOf(charted, {
      unit: dashboardChartTexts[language].days,
      formula: t.formula,
      problems: t.problems,
    }),
    draw: isDrawn
      ? (size) =>
          drawStrip(
            {
              values: days,
              max,
              lines: [{ at: median, label: t.median(number(median)) }],
              format: number,
              summary: title,
            },
            size,
          )
      : null,
    table: {
      columns: [
        { header: t.columns.what, kind: "text" },
        { header: t.columns.count, kind: "number" },
      ],
      rows: [
        ...Object.entries(states)
          .filter(([state]) => known[state] !== undefined)
          .map(([state, count]) => [known[state]!, count]),
        ...(isDrawn
          ? [
              [t.paidCount, days.length],
              [t.fastest, days[0]!],
              [t.medianRow, median],
              [t.slowest, longest],
            ]
          : []),
      ],
    },
  };
}
