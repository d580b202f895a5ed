import { findSeries } from "@tuwai/domain/indicators";
import { AppError } from "@tuwai/server/app";
import { getCity } from "@tuwai/server/regions";
import { indicatorTexts } from "#language/indicators.ts";
import { languageOf } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, pageMeta, type Handle } from "#shell";
import { Card, Page } from "#ui";
import type { Route } from "./+types/indicator.page";
import { missingInWords } from "./estimate-card.tsx";
import { IndicatorCard } from "./indicator-card.tsx";
import { loadIndicators } from "./load-indicators.ts";
import { TargetTable } from "./target-table.tsx";
import { ValueTable } from "./value-table.tsx";

export const headers = () => ({ "Cache-Control": "public, max-age=2" });
export const handle: Handle = { access: "public" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title, loaderData?.description);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const t = indicatorTexts[languageOf(new URL(request.url).pathname)];
  const series = findSeries(params.kode);
  if (series === undefined) throw new AppError("not-found");
  const { series: all, estimate } = await loadIndicators(app);
  const { code, name } = getCity(app.config);
  const { name: title, says } = t.series[series.code];
  return {
    title,
    description: says,
    city: { code, name },
    year: Number(app.clock.today().slice(0, 4)),
    indicator: all.find((one) => one.code === series.code)!,
    lacks: missingInWords(estimate, t.estimate.missingNames),
  };
}

/** One series: the number, everything entered of it, and the targets of its own ladder. */
export default function IndicatorPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(indicatorTexts);
  const to = useLocalPath();
  const { indicator, city } = page;
  const { values, elsewhere, revisions, targets } = indicator;
  const hasMore = revisions.length > values.length + elsewhere.length;
  return (
    <Page
      title={page.title}
      lead={page.description}
      crumbs={[{ href: to("/indikator"), label: t.detail.back }, { label: page.title }]}
    >
      <IndicatorCard indicator={indicator} city={city} year={page.year} lacks={page.lacks} />
      {values.length > 0 && <ValueTable caption={t.detail.values} rows={values} city={city} />}
      {elsewhere.length > 0 && <ValueTable caption={t.detail.elsewhere} rows={elsewhere} city={city} />}
      {indicator.ladder !== null && targets.length > 0 && (
        <TargetTable ladder={indicator.ladder} rows={targets} />
      )}
      {hasMore && (
        <Card title={t.detail.revisions}>
          <p>{t.detail.revisionsWhy}</p>
          <ValueTable caption={t.detail.revisions} rows={revisions} city={city} hasState />
        </Card>
      )}
    </Page>
  );
}
