import { getLadder } from "@tuwai/server/indicators";
import { formatInstant, formatNumber } from "#language/format.ts";
import { indicatorTexts } from "#language/indicators.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { Card, DescriptionList, Notice, Page } from "#ui";
import type { Route } from "./+types/ladder.page";
import { LadderList } from "./ladder-list.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "stats.internal.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const { steps, isCoarse } = await getLadder(app, actor);
  const t = indicatorTexts[language].ladder;
  const persons = (stage: string) => steps.find((step) => step.stage === stage)?.persons;
  const [all, covered] = [persons("in-register"), persons("covered")];
  return {
    title:
      all === undefined || covered === undefined
        ? t.name
        : t.title(formatNumber(language, all), formatNumber(language, covered)),
    now: app.clock.now(),
    steps,
    isCoarse,
  };
}

/** Cover that another figure counts. */
const isOther = (stage: string) => stage === "covered-officers" || stage === "covered-ineligible";

/** Every total of every page in one ladder, from everybody in the register to those covered. */
export default function LadderPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(indicatorTexts).ladder;
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const { steps } = page;
  const beside = steps.filter(({ kind }) => kind === "beside");
  const at = (stage: string) => steps.find((step) => step.stage === stage)?.persons ?? 0;
  const [covered, officers, others] = [at("covered"), at("covered-officers"), at("covered-ineligible")];
  const facts = (rows: typeof beside) =>
    rows.map(({ stage, persons }) => ({ name: t.stages[stage], value: number(persons) }));
  return (
    <Page title={page.title} lead={t.lead}>
      {page.isCoarse && <Notice>{t.coarse}</Notice>}
      <Card title={t.name}>
        <LadderList steps={steps} mayOpen={!page.isCoarse} />
        <p className="quiet small">{t.otherWay}</p>
        <p className="quiet small">{t.live(formatInstant(language, page.now))}</p>
      </Card>
      <Card title={t.beside}>
        <p>{t.besideWhy}</p>
        <DescriptionList facts={facts(beside.filter(({ stage }) => !isOther(stage)))} />
      </Card>
      <Card title={t.besideOther}>
        <DescriptionList facts={facts(beside.filter(({ stage }) => isOther(stage)))} />
        {!page.isCoarse && (
          <p>
            {t.sum(number(covered + officers + others), number(covered), number(officers), number(others))}
          </p>
        )}
      </Card>
    </Page>
  );
}
