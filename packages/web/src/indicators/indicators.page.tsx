import { getCity } from "@tuwai/server/regions";
import { formatNumber } from "#language/format.ts";
import { indicatorTexts } from "#language/indicators.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { appContext, pageMeta, type Handle } from "#shell";
import { Notice, Page } from "#ui";
import type { Route } from "./+types/indicators.page";
import { EstimateCard, missingInWords } from "./estimate-card.tsx";
import { IndicatorCard } from "./indicator-card.tsx";
import styles from "./indicators.module.css";
import { loadIndicators } from "./load-indicators.ts";

export const headers = () => ({ "Cache-Control": "public, max-age=2" });
export const handle: Handle = { access: "public" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title, loaderData?.description);

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const t = indicatorTexts[languageOf(new URL(request.url).pathname)];
  const { series, estimate } = await loadIndicators(app);
  const { code, name } = getCity(app.config);
  return {
    title: t.title,
    description: t.description(name),
    city: { code, name },
    year: Number(app.clock.today().slice(0, 4)),
    series,
    estimate,
    lacks: missingInWords(estimate, t.estimate.missingNames),
  };
}

/** All series side by side, never mixed. */
export default function IndicatorsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(indicatorTexts);
  const language = useLanguage();
  return (
    <Page title={page.title} lead={t.lead(formatNumber(language, page.series.length))}>
      <Notice title={t.twoNumbers}>{t.twoNumbersWhy}</Notice>
      <div className={styles["cards"]}>
        {page.series.map((indicator) => (
          <IndicatorCard
            key={indicator.code}
            indicator={indicator}
            city={page.city}
            year={page.year}
            lacks={page.lacks}
          />
        ))}
      </div>
      <EstimateCard estimate={page.estimate} />
    </Page>
  );
}
