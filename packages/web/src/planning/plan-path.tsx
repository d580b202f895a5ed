import type { Planned } from "@tuwai/server/planning";
import { listMonths, type Month } from "@tuwai/domain/time";
import type { ReactElement } from "react";
import { Paths, yearEnds } from "#charts";
import { formatMonth, formatNumber, formatPercent, formatRupiah } from "#language/format.ts";
import { planningTexts } from "#language/planning.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Table } from "#ui";

/** Where coverage goes with the plan and without it, month by month; the table says the ends of the years. */
export function PlanPath({ planned }: { readonly planned: Planned }): ReactElement {
  const t = useTexts(planningTexts).path;
  const language = useLanguage();
  const { baseline } = planned.basis;
  const { path, everyone, costByYear } = planned.result;
  const months = listMonths(baseline.from, baseline.until);
  const share = (people: number) => (everyone === 0 ? 0 : (100 * people) / everyone);
  const shown = (people: number) => formatPercent(language, share(people), 0);
  const points = (of: readonly number[]) =>
    months.map((month, at) => ({ month, percent: share(of[at] ?? 0) }));
  const at = (month: Month, of: readonly number[]) => of[months.indexOf(month)] ?? 0;
  const ends = yearEnds(baseline.from, baseline.until);
  const [without, withPlan] = [baseline.path.at(-1) ?? 0, path.at(-1) ?? 0];
  return (
    <Card title={t.title}>
      <Paths
        title={t.title}
        summary={t.summary(shown(without), shown(withPlan), formatMonth(language, baseline.until))}
        lines={[
          { look: "past", name: t.planned, points: points(path), end: shown(withPlan) },
          { look: "median", name: t.without, points: points(baseline.path), end: shown(without) },
        ]}
      />
      <Table
        caption={t.caption}
        columns={[
          { key: "month", head: t.month, cell: (month) => formatMonth(language, month) },
          {
            key: "without",
            head: t.without,
            number: true,
            cell: (month) => formatNumber(language, at(month, baseline.path)),
          },
          {
            key: "planned",
            head: t.planned,
            number: true,
            cell: (month) => formatNumber(language, at(month, path)),
          },
          {
            key: "cost",
            head: t.cost,
            number: true,
            cell: (month) => formatRupiah(language, costByYear[month.slice(0, 4)] ?? 0),
          },
        ]}
        rows={ends}
        keyOf={(month) => month}
      />
    </Card>
  );
}
