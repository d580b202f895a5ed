import {
  bottleneckOf,
  exitNames,
  medianDays,
  noStage,
  reachedOf,
  stageNames,
  stuckOf,
} from "@tuwai/domain/dashboards";
import { type ChartSpec, drawBars } from "#charts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { type Charted, factsOf, sayings } from "./chart-words.ts";

/** C4: where people stand on the way to cover, and where they are stuck. Whoever left is named. */
export function stageChart(charted: Charted): ChartSpec {
  const { dashboard, language } = charted;
  const { stages } = dashboard;
  const t = dashboardChartTexts[language].stages;
  const { told, cell } = sayings(charted);
  const stuck = bottleneckOf(stages);
  const title = stuck === null ? t.none : t.title(told(stuck.stuck), t.waiting[stuck.stage]);
  const people = (name: (typeof stageNames)[number] | (typeof exitNames)[number]) =>
    stages[name]?.people ?? 0;
  const exits = exitNames.filter((name) => people(name) > 0);
  const rows = [
    ...stageNames.map((name) => ({
      label: t.names[name],
      value: people(name),
      outline: reachedOf(stages, name),
      text:
        stuckOf(stages[name] ?? noStage) > 0
          ? t.row(told(people(name)), told(stuckOf(stages[name] ?? noStage)))
          : told(people(name)),
      tone: name === stuck?.stage ? ("gold" as const) : ("main" as const),
    })),
    ...exits.map((name) => ({
      label: t.names[name],
      value: people(name),
      text: told(people(name)),
      tone: "warn" as const,
    })),
  ];
  const max = Math.max(1, ...rows.map((row) => ("outline" in row ? row.outline : row.value)));
  return {
    name: "tahap",
    title,
    ...factsOf(charted, {
      unit: dashboardChartTexts[language].people,
      formula: t.formula,
      problems: t.problems,
    }),
    draw: (size) => drawBars({ rows, max, summary: title }, size),
    table: {
      columns: [
        { header: t.columns.stage, kind: "text" },
        { header: t.columns.now, kind: "number" },
        { header: t.columns.reached, kind: "number" },
        { header: t.columns.median, kind: "number" },
        { header: t.columns.stuck, kind: "number" },
      ],
      rows: [
        ...stageNames.map((name) => [
          t.names[name],
          cell(people(name)),
          cell(reachedOf(stages, name)),
          medianDays(stages[name] ?? noStage),
          name === "covered" ? null : cell(stuckOf(stages[name] ?? noStage)),
        ]),
        ...exits.map((name) => [t.names[name], cell(people(name)), null, null, null]),
      ],
    },
  };
}
