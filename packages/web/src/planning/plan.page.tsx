import { data, redirect } from "react-router";
import { saveScenario, type TitleReason } from "@tuwai/server/planning";
import { formatMonth, formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { planningTexts } from "#language/planning.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, ErrorSummary, NothingWaits, Page, TextField } from "#ui";
import type { Route } from "./+types/plan.page";
import { FourNumbers } from "./four-numbers.tsx";
import { loadPlan, type PlanData } from "./load-plan.ts";
import { HiddenInputs, PlanForm } from "./plan-form.tsx";
import { PlanNotices, Recipe } from "./plan-notes.tsx";
import { PlanPath } from "./plan-path.tsx";
import { readInputs } from "./plan-query.ts";
import { ScenarioList } from "./scenario-list.tsx";
import { WhyTree } from "./why-tree.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "scenario.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export const loader = ({ request, context }: Route.LoaderArgs) =>
  loadPlan(forUseCase(context), new URL(request.url));

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname } = new URL(request.url);
  const language = languageOf(pathname);
  const t = planningTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const none = { sponsors: "", budget: "", rescued: "", grantPeople: "", grantMonths: "" };
  const inputs = readInputs((name) => formText(form, name)) ?? none;
  const title = formText(form, "nama");
  const operationId = readOperationId(form, app);
  const answer = await saveScenario(app, actor, { operationId, title, inputs });
  if (answer.outcome === "saved")
    throw redirect(localPath(language, `/rencana/${answer.scenarioCode}`), {
      status: 303,
      headers: flash("ok", t.save.saved),
    });
  if (answer.outcome === "not-possible") return data({ errors: { nama: t.notPossible.title }, title }, 422);
  const reasons: readonly TitleReason[] = answer.title;
  const said = [
    ...reasons.map((reason) => t.save.reasons[reason]),
    ...answer.reasons.map(({ reason }) => t.reasons[reason]),
  ];
  return data({ errors: { nama: said.join(" ") }, title }, 422);
}

export default function PlanPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(planningTexts);
  const { answer, written, scenarios } = page;
  if (answer.outcome === "not-possible")
    return (
      <Page title={page.title} lead={t.lead}>
        <NothingWaits title={t.notPossible.title} fills={t.notPossible.text} />
        <ScenarioList scenarios={scenarios} />
      </Page>
    );
  return (
    <Page title={page.title} lead={t.lead}>
      <Standing page={page} />
      {answer.outcome === "planned" && (
        <>
          <FourNumbers planned={answer} />
          <PlanNotices planned={answer} said={page.said} />
          <Card title={t.why.title}>
            <WhyTree why={answer.why} names={page.names} />
            <Recipe basis={answer.basis} />
          </Card>
          <PlanPath planned={answer} />
          {page.maySave && <SaveForm page={page} sent={actionData} />}
        </>
      )}
      <PlanForm
        written={written}
        reasons={answer.outcome === "refused" ? answer.reasons : []}
        said={page.said}
      />
      <ScenarioList scenarios={scenarios} />
    </Page>
  );
}

function Standing({ page: { answer } }: { readonly page: PlanData }) {
  const t = useTexts(planningTexts);
  const language = useLanguage();
  if (answer.outcome === "not-possible") return null;
  const { villages } = answer.basis.baseline;
  const sum = (of: (village: (typeof villages)[number]) => number) =>
    formatNumber(
      language,
      villages.reduce((total, village) => total + of(village), 0),
    );
  return (
    <p>
      {t.now(
        sum(({ covered }) => covered),
        sum(({ everyone }) => everyone),
        sum(({ inArrears }) => inArrears),
        formatMonth(language, answer.basis.dataAsOf),
      )}
    </p>
  );
}

type SaveProps = {
  readonly page: PlanData;
  readonly sent: { readonly errors: { readonly nama: string }; readonly title: string } | undefined;
};

function SaveForm({ page, sent }: SaveProps) {
  const t = useTexts(planningTexts).save;
  if (page.answer.outcome !== "planned") return null;
  return (
    <Card title={t.title}>
      <p className="quiet">{t.lead}</p>
      <ErrorSummary errors={sent?.errors} />
      <form method="post" className="form">
        <OperationField id={page.operation} />
        <HiddenInputs inputs={page.answer.inputs} />
        <TextField
          name="nama"
          label={t.name}
          hint={t.nameHint}
          error={sent?.errors.nama}
          defaultValue={sent?.title ?? ""}
          maxLength={80}
          autoComplete="off"
        />
        <Button>{t.submit}</Button>
      </form>
    </Card>
  );
}
