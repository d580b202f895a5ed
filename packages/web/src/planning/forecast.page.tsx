import { jurisdictionOf, may } from "@tuwai/server/access";
import { getForecast, getScenario, listScenarios } from "@tuwai/server/planning";
import { listRegions } from "@tuwai/server/regions";
import { Trend, TrendTable } from "#charts";
import { forecastTexts } from "#language/forecast.ts";
import { formatMonth, formatNumber, formatPercent } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listOwnVillages } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { Card, FilterBar, NothingWaits, Page, SelectField } from "#ui";
import type { Route } from "./+types/forecast.page";
import { OriginOfForecast, PaceCard, TestedCard } from "./forecast-parts.tsx";
import { forecastFinding } from "./forecast-trend.ts";
import { drawnWith, planLine } from "./plan-line.ts";
import { ScenarioChoice } from "./scenario-choice.tsx";
import { eventNote, TrendEvents } from "./trend-events.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "forecast.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** More would not fit beside each other; the list of plans has all. */
const mostScenarios = 6;

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const place = searchParams.get("daerah") ?? "";
  const forecast = await getForecast(app, actor, {
    // A kecamatan's code has three parts, a village's four.
    ...(place.split(".").length === 4 ? { villageCode: place } : {}),
    ...(place.split(".").length === 3 ? { kecamatanCode: place } : {}),
  });
  const jurisdiction = jurisdictionOf(actor.role);
  const mayNarrow = may(actor, "stats.village.read");
  const kecamatan =
    mayNarrow && jurisdiction === "city"
      ? (await listRegions(app, actor)).filter(({ kind }) => kind === "kecamatan")
      : [];
  // A plan is of the whole city.
  const maySwitch = place === "" && jurisdiction === "city" && may(actor, "scenario.read");
  const chosen = maySwitch ? (searchParams.get("skenario") ?? "") : "";
  const scenarios = maySwitch
    ? (await listScenarios(app, actor)).filter(({ isSetAside }) => !isSetAside)
    : [];
  const villages = mayNarrow && jurisdiction !== "village" ? await listOwnVillages(app, actor) : [];
  return {
    title: forecast === null ? forecastTexts[language].finding.none : forecastFinding(forecast, language),
    forecast,
    place,
    places: [...kecamatan, ...villages].map(({ code, name }) => ({ value: code, label: name })),
    scenarios: scenarios.slice(0, mostScenarios).map(({ code, title }) => ({ code, title })),
    chosen,
    plan: chosen === "" ? null : planLine(await getScenario(app, actor, { scenarioCode: chosen })),
    mayPlan: may(actor, "scenario.read"),
  };
}

export default function ForecastPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(forecastTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const { forecast, place, places } = page;
  const number = (value: number) => formatNumber(language, value);
  const filter = places.length > 0 && (
    <FilterBar clearHref={place === "" ? undefined : to("/dasbor/perkiraan")}>
      <SelectField
        name="daerah"
        label={t.area}
        options={[{ value: "", label: t.wholeArea }, ...places]}
        defaultValue={place}
      />
    </FilterBar>
  );
  if (forecast === null)
    return (
      <Page title={page.title}>
        {filter}
        <NothingWaits title={t.none} fills={t.fills} />
      </Page>
    );
  const { covered, everyone, from, observed, later } = forecast;
  const percent = everyone === 0 ? 0 : (100 * covered) / everyone;
  const { data, words } = drawnWith(forecast, page.plan, language);
  const known = new Map([...observed, ...later].map((each) => [each.month, each.covered]));
  return (
    <Page
      title={page.title}
      lead={t.lead(
        number(covered),
        number(everyone),
        formatMonth(language, from),
        formatPercent(language, percent),
      )}
    >
      {filter}
      <Card title={t.chart}>
        <ScenarioChoice scenarios={page.scenarios} chosen={page.chosen} plan={page.plan} />
        <Trend data={data} words={words} />
        <p>{forecast.noFan === null ? t.model : t.noFan[forecast.noFan]}</p>
        <TrendEvents marks={forecast.marks} />
        <OriginOfForecast forecast={forecast} />
      </Card>
      <PaceCard forecast={forecast} mayPlan={page.mayPlan} />
      <TestedCard forecast={forecast} />
      <TrendTable
        data={data}
        everyone={everyone}
        coveredIn={(month) => known.get(month)}
        noteOf={(month) => eventNote(forecast.marks, month, language)}
      />
    </Page>
  );
}
