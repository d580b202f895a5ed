import { data, redirect } from "react-router";
import { getVillageCoverage } from "@tuwai/server/coverage";
import { getIndicatorDesk } from "@tuwai/server/indicators";
import { getCity } from "@tuwai/server/regions";
import { indicatorDeskTexts } from "#language/indicator-desk.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { actionOf, type FailedAct, flash, forUseCase, formText, pageMeta, type Handle } from "#shell";
import { ButtonLink, LinkTabs, Page } from "#ui";
import type { Route } from "./+types/desk.page";
import { indicatorActs } from "./act-on-indicators.ts";
import { EstimateTab } from "./estimate-tab.tsx";
import { loadIndicators } from "./load-indicators.ts";
import { TargetTab } from "./target-tab.tsx";
import { ValueTab } from "./value-tab.tsx";
import { VillageTab } from "./village-tab.tsx";

export const handle: Handle = { access: "indicator.write" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

const tabs = { angka: "value", target: "target", perkiraan: "estimate", desa: "villages" } as const;
type TabName = keyof typeof tabs;

const tabIn = (text: string): TabName =>
  (Object.keys(tabs) as TabName[]).find((name) => name === text) ?? "angka";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const { code, name } = getCity(app.config);
  const { series, estimate } = await loadIndicators(app);
  const desk = await getIndicatorDesk(app, actor);
  const tab = tabIn(searchParams.get("bagian") ?? "");
  const acts = ["value", "withdraw", "propose", "estimate", ...desk.proposals.map(({ id }) => `decide${id}`)];
  return {
    title: indicatorDeskTexts[languageOf(pathname)].title,
    tab,
    city: { code, name },
    series,
    estimate,
    desk,
    villages: tab === "desa" ? (await getVillageCoverage(app, actor)).villages : [],
    operations: Object.fromEntries(acts.map((act) => [act, app.newId()])),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await actionOf(form, indicatorActs, "tindakan")({ app, actor, form, language });
  if ("error" in answer) return data<FailedAct>(answer, 422);
  const to = localPath(language, `/admin/indikator?bagian=${tabIn(formText(form, "bagian"))}`);
  throw redirect(to, { status: 303, headers: flash("ok", answer.said) });
}

/** Where figures, targets and sources are entered. */
export default function IndicatorDeskPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(indicatorDeskTexts);
  const to = useLocalPath();
  const forms = { operations: page.operations, failed: actionData };
  const { tab, desk } = page;
  return (
    <Page
      title={page.title}
      lead={t.lead}
      actions={
        <ButtonLink look="plain" href={to("/indikator")}>
          {t.toPublic}
        </ButtonLink>
      }
    >
      <LinkTabs
        label={t.tabsLabel}
        choices={(Object.keys(tabs) as TabName[]).map((name) => ({
          href: to(`/admin/indikator?bagian=${name}`),
          label: t.tabs[tabs[name]],
          current: name === tab,
        }))}
      />
      {tab === "angka" && <ValueTab series={page.series} city={page.city} forms={forms} />}
      {tab === "target" && <TargetTab series={page.series} desk={desk} forms={forms} />}
      {tab === "perkiraan" && (
        <EstimateTab estimate={page.estimate} places={desk.places} city={page.city} forms={forms} />
      )}
      {tab === "desa" && <VillageTab villages={page.villages} />}
    </Page>
  );
}
