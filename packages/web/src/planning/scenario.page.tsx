import { data, redirect } from "react-router";
import { may } from "@tuwai/server/access";
import { changeScenario, getScenario, type OpenedScenario } from "@tuwai/server/planning";
import { formatInstant, formatMonth, formatNumber } from "#language/format.ts";
import { type Language, languageOf } from "#language/language.ts";
import { planningTexts } from "#language/planning.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, ButtonLink, Card, Disclosure, ErrorSummary, Page, TextField } from "#ui";
import type { Route } from "./+types/scenario.page";
import { FourNumbers } from "./four-numbers.tsx";
import { InputsList } from "./inputs-list.tsx";
import { placeNames } from "./load-plan.ts";
import { PlanNotices, Recipe } from "./plan-notes.tsx";
import { PlanPath } from "./plan-path.tsx";
import { inputsQuery } from "./plan-query.ts";
import { Differences, ThenAndNow } from "./then-and-now.tsx";
import { WhyTree } from "./why-tree.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "scenario.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const scenario = await getScenario(app, actor, { scenarioCode: params.kode });
  return {
    title: findingOf(scenario, languageOf(new URL(request.url).pathname)),
    scenario,
    names: await placeNames(app, actor),
    mayChange: may(actor, "scenario.write"),
    operation: app.newId(),
  };
}

function findingOf({ title, before, today }: OpenedScenario, language: Language): string {
  const t = planningTexts[language].opened.finding;
  const by = (today?.result.fullMonths ?? before.result.fullMonths) - before.result.fullMonths;
  if (by === 0) return t.same(title);
  return t.other(title, `${by > 0 ? "+" : ""}${formatNumber(language, by)}`);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname } = new URL(request.url);
  const t = planningTexts[languageOf(pathname)];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const title = formText(form, "nama");
  const answer = await changeScenario(app, actor, {
    operationId: readOperationId(form, app),
    scenarioCode: params.kode,
    version: Number(formText(form, "versi")),
    title,
    setAside: formText(form, "sisih") === "ya",
  });
  if (answer.outcome === "changed")
    throw redirect(pathname, { status: 303, headers: flash("ok", t.opened.changed) });
  const said = answer.title.map((reason) => t.save.reasons[reason]).join(" ");
  return data({ errors: { nama: said }, title }, 422);
}

export default function ScenarioPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(planningTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const { scenario, names } = page;
  const { before, today } = scenario;
  const shown = today ?? before;
  return (
    <Page
      title={page.title}
      lead={t.opened.lead(
        formatInstant(language, scenario.madeAt),
        formatMonth(language, before.basis.dataAsOf),
      )}
      crumbs={[{ href: to("/rencana"), label: t.title }, { label: scenario.title }]}
      actions={
        <ButtonLink href={`${to("/rencana")}${inputsQuery(before.inputs)}`}>{t.opened.edit}</ButtonLink>
      }
    >
      <ThenAndNow scenario={scenario} />
      <Differences scenario={scenario} />
      <Card title={t.opened.inputs}>
        <InputsList inputs={before.inputs} />
      </Card>
      <FourNumbers planned={shown} />
      <PlanNotices planned={shown} />
      <Card title={t.why.title}>
        <Disclosure summary={t.opened.whyBefore}>
          <WhyTree why={before.why} names={names} />
          <Recipe basis={before.basis} />
        </Disclosure>
        {today !== null && (
          <Disclosure summary={t.opened.whyToday}>
            <WhyTree why={today.why} names={names} />
            <Recipe basis={today.basis} />
          </Disclosure>
        )}
      </Card>
      <PlanPath planned={shown} />
      {page.mayChange && (
        <Card title={t.opened.change}>
          <ErrorSummary errors={actionData?.errors} />
          <form method="post" className="form">
            <OperationField id={page.operation} />
            <input type="hidden" name="versi" value={scenario.version} />
            <TextField
              name="nama"
              label={t.save.name}
              hint={t.save.nameHint}
              error={actionData?.errors.nama}
              defaultValue={actionData?.title ?? scenario.title}
              maxLength={80}
              autoComplete="off"
            />
            <label className="choice">
              <input type="checkbox" name="sisih" value="ya" defaultChecked={scenario.isSetAside} />{" "}
              {t.opened.setAside}
            </label>
            <Button>{t.opened.changeSubmit}</Button>
          </form>
        </Card>
      )}
    </Page>
  );
}
