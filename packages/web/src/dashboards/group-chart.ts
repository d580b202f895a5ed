import { isTold, shareTold } from "@tuwai/domain/dashboards";
import { type ChartSpec, drawDots } from "#charts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { formatMonth } from "#language/format.ts";
import { type Charted, factsOf, groupName, sayings } from "./chart-words.ts";

const fewestInTitle = 20;

/** C10: how many of each kind of work are covered, now and three months before; the smallest part first. */
export function groupChart(charted: Charted): ChartSpec | null {
  const { dashboard, language } = charted;
  const t = dashboardChartTexts[language].groups;
  const { number, percent, told } = sayings(charted);
  const groups = dashboard.groups
    .filter(
      ({ name, listed }) => name !== "village-officer" && listed > 0 && isTold(listed, dashboard.seesPersons),
    )
    .map((group) => ({
      ...group,
      label: groupName(language, group.name),
      now: shareTold(group.covered, group.listed, dashboard.seesPersons),
      earlier: shareTold(group.before, group.listed, dashboard.seesPersons),
    }))
    .toSorted((a, b) => (a.now ?? 0) - (b.now ?? 0) || b.listed - a.listed);
  if (groups.length === 0) return null;
  const known = groups.filter(({ name }) => name !== "unknown");
  const first = known.find(({ listed }) => listed >= fewestInTitle) ?? known[0] ?? groups[0]!;
  const title = t.title(first.label, told(first.covered), number(first.listed));
  const rows = groups.map(({ label, now, earlier, covered, listed }) => ({
    label,
    percent: now,
    before: earlier,
    text: now === null ? "" : `${percent(now)}  ${number(covered)}/${number(listed)}`,
  }));
  return {
    name: "kelompok",
    title,
    ...factsOf(charted, {
      unit: dashboardChartTexts[language].people,
      period: formatMonth(language, dashboard.lastMonth),
      formula: t.formula,
      problems: t.problems,
      more: t.without,
    }),
    draw: (size) => drawDots({ rows, reference: null, summary: title }, size),
    table: {
      columns: [
        { header: t.columns.group, kind: "text" },
        { header: t.columns.covered, kind: "number" },
        { header: t.columns.listed, kind: "number" },
        { header: t.columns.share, kind: "percent" },
        { header: t.columns.before, kind: "number" },
      ],
      rows: groups.map(({ label, covered, listed, now, before }) => [label, covered, listed, now, before]),
    },
  };
}
