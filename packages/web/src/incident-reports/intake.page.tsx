import { addDays } from "@tuwai/domain/time";
import { jurisdictionOf } from "@tuwai/server/access";
import { takeIncidentReport } from "@tuwai/server/incident-reports";
import { data, Form, redirect } from "react-router";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames } from "#regions";
import { flash, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, ErrorSummary, type FormErrors, Page } from "#ui";
import type { Route } from "./+types/intake.page";
import { answersIn, type Draft, type Question, questions, reportOf } from "./draft.ts";
import { mendReport } from "./mend-report.ts";
import { QuestionFields } from "./question-form.tsx";

export const handle: Handle = { access: "incident_report.take" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

const asked = questions.filter((question) => question !== "check");

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname } = new URL(request.url);
  const today = app.clock.today();
  const isVillage = jurisdictionOf(actor.role) === "village";
  return {
    title: incidentDeskTexts[languageOf(pathname)].intakePage.title,
    operation: app.newId(),
    villages: isVillage ? [] : await listVillageNames(app, actor),
    days: { today, yesterday: addDays(today, -1) },
  };
}

type Answer = { readonly errors: FormErrors; readonly typed: Draft };

export async function action({ request, context }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const today = app.clock.today();
  const days = { today, yesterday: addDays(today, -1) };
  const typed: Draft = Object.assign(
    {},
    ...asked.map((question: Question) => answersIn(form, question, days)),
  ) as Draft;
  const report = reportOf(typed);
  const errors = mendReport(report, today, language);
  if (errors !== undefined) return data<Answer>({ errors, typed }, 422);
  const answer = await takeIncidentReport(app, actor, { operationId: readOperationId(form, app), ...report });
  if (answer.outcome === "refused") return data<Answer>({ errors: {}, typed }, 422);
  throw redirect(localPath(language, `/kejadian/${answer.reportId}`), {
    status: 303,
    headers: flash("ok", incidentDeskTexts[language].intakePage.saved),
  });
}

export default function IntakePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(incidentDeskTexts);
  const { questions: words } = useTexts(incidentReportTexts);
  const to = useLocalPath();
  return (
    <Page
      title={page.title}
      lead={t.intakePage.lead}
      narrow
      crumbs={[{ href: to("/kejadian"), label: t.title }, { label: page.title }]}
    >
      <ErrorSummary errors={actionData?.errors} />
      <Form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        {asked.map((question) => (
          <section key={question} className="stack" aria-label={words[question]}>
            {(question === "who" || question === "when") && <h2>{words[question]}</h2>}
            <QuestionFields
              question={question}
              typed={actionData?.typed ?? {}}
              errors={actionData?.errors}
              villages={page.villages}
              days={page.days}
              isCall
            />
          </section>
        ))}
        <div>
          <Button>{t.intakePage.submit}</Button>
        </div>
      </Form>
    </Page>
  );
}
