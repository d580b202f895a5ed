import { shareTold } from "@tuwai/domain/dashboards";
import { type ChartSpec, drawBars } from "#charts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { type Charted, factsOf, sayings } from "./chart-words.ts";

/** C9: how complete the lists are on which all other charts stand. */
export function qualityChart(charted: Charted): ChartSpec | null {
  const { dashboard, language } = charted;
  const { quality } = dashboard;
  const t = dashboardChartTexts[language].quality;
  const { percent, number, cell, day } = sayings(charted);
  if (quality.people === 0) return null;
  const fields = [
    { name: t.names.nik, have: quality.withNik },
    { name: t.names.linked, have: quality.linked },
    { name: t.names.phone, have: quality.withPhone },
    { name: t.names.family, have: quality.withFamily },
  ].map((field) => ({ ...field, share: shareTold(field.have, quality.people, dashboard.seesPersons) ?? 0 }));
  const weakest = fields.toSorted((a, b) => a.share - b.share)[0]!;
  const title = t.title(weakest.name, percent(weakest.share));
  return {
    name: "mutu",
    title,
    ...factsOf(charted, {
      unit: dashboardChartTexts[language].percent,
      formula: t.formula,
      problems: t.problems,
      responsible: "data",
      ...(quality.listedOn === null ? {} : { more: t.oldest(day(quality.listedOn)) }),
    }),
    draw: (size) =>
      drawBars(
        {
          rows: fields.map(({ name, share, have }) => ({
            label: name,
            value: share,
            text: `${percent(share)}  ${number(have)}`,
            tone: share < 50 ? ("gold" as const) : ("main" as const),
          })),
          max: 100,
          summary: title,
        },
        size,
      ),
    table: {
      columns: [
        { header: t.columns.what, kind: "text" },
        { header: t.columns.have, kind: "number" },
        { header: t.columns.of, kind: "number" },
        { header: t.columns.share, kind: "percent" },
      ],
      rows: fields.map(({ name, have, share }) => [name, cell(have), quality.people, share]),
    },
  };
}
