import { type ChartSpec, drawLines, niceMax } from "#charts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { type Charted, factsOf } from "./chart-words.ts";
import { shortMonth } from "./short-month.ts";

/** C7: of the people who joined together, how many are still covered so many months later. */
export function cohortChart(charted: Charted): ChartSpec | null {
  const { dashboard, language } = charted;
  const t = dashboardChartTexts[language].cohorts;
  const lines = dashboard.cohorts.filter(({ members }) => dashboard.seesPersons || members >= 10);
  const oldest = lines[0];
  if (oldest === undefined) return null;
  const span = ({
    from,
    until,
  }: {
    readonly from: (typeof oldest)["from"];
    readonly until: (typeof oldest)["until"];
  }) => `${shortMonth(language, from).split(" ")[0]}–${shortMonth(language, until)}`;
  const last = oldest.points.at(-1)!;
  const title = t.title(String(Math.round((1 - last.share) * 100)), span(oldest), String(last.after));
  const columns = Math.max(...lines.flatMap(({ points }) => points.map(({ after }) => after))) + 1;
  const every = columns > 8 ? 3 : 1;
  return {
    name: "bertahan",
    title,
    ...factsOf(charted, {
      unit: dashboardChartTexts[language].percent,
      formula: t.formula,
      problems: t.problems,
    }),
    draw: (size) =>
      drawLines(
        {
          lines: lines.map((line, at) => ({
            label: span(line),
            look: at === 0 ? "main" : "thin",
            points: line.points.map(({ after, share }) => ({ x: after, y: Math.max(0, (1 - share) * 100) })),
          })),
          columns,
          ticks: Array.from({ length: columns }, (_, x) => ({ x, label: String(x) })).filter(
            ({ x }) => x % every === 0,
          ),
          max: niceMax(
            Math.max(4, ...lines.flatMap(({ points }) => points.map(({ share }) => (1 - share) * 100))),
          ),
          format: (value) => `${value}%`,
          summary: title,
        },
        size,
      ),
    table: {
      columns: [
        { header: t.columns.joined, kind: "text" },
        { header: t.columns.members, kind: "number" },
        { header: t.columns.after, kind: "number" },
        { header: t.columns.share, kind: "percent" },
        { header: t.columns.lost, kind: "percent" },
      ],
      rows: lines.flatMap((line) =>
        line.points.map(({ after, share }) => [
          span(line),
          line.members,
          after,
          Math.round(share * 1000) / 10,
        ]),
      ),
    },
  };
}
