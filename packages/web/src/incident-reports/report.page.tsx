import { addDays } from "@tuwai/domain/time";
import { AppError, isAppError, publicActor } from "@tuwai/server/app";
import { sendIncidentReport } from "@tuwai/server/incident-reports";
import { data, redirect } from "react-router";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames } from "#regions";
import { appContext, flash, formText, type Handle, pageMeta } from "#shell";
import { Actions, Button, ErrorSummary, type FormErrors, Notice, Page } from "#ui";
import type { Route } from "./+types/report.page";
import { CallCard } from "./call-card.tsx";
import { CheckAnswers } from "./check-answers.tsx";
import {
  answersIn,
  type Draft,
  dropDraft,
  keepDraft,
  pathOf,
  type Question,
  questionAt,
  questions,
  readDraft,
  reportOf,
} from "./draft.ts";
import { firstToMend, mendQuestion } from "./mend-report.ts";
import { QuestionFields } from "./question-form.tsx";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(incidentReportTexts[languageOf(location.pathname)].title);

type App = Parameters<typeof readDraft>[1];

const daysOf = (app: App) => {
  const today = app.clock.today();
  return { today, yesterday: addDays(today, -1) };
};

function asked(params: { readonly langkah?: string | undefined }): Question {
  const question = questionAt(params.langkah);
  if (question === undefined) throw new AppError("not-found");
  return question;
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const question = asked(params);
  const { sentCode: _, ...draft } = readDraft(request, app);
  const villages = await listVillageNames(app, publicActor(app.config.regionCode));
  return { question, typed: reportOf(draft), village: draft.village, villages, days: daysOf(app) };
}

type Answer = { readonly errors?: FormErrors; readonly typed?: Draft; readonly waitMinutes?: number };

/** Keeps the answers of a page and leads to the next one, or sends the report. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const language = languageOf(new URL(request.url).pathname);
  const question = asked(params);
  const form = await request.formData();
  if (formText(form, "hapus") !== "") throw cleared(language);
  const { sentCode: _, ...before } = readDraft(request, app);
  const draft: Draft = {
    ...before,
    ...answersIn(form, question, daysOf(app)),
    operationId: before.operationId ?? app.newId(),
  };
  const of = { draft, today: app.clock.today(), language };
  if (question === "check") return send(app, of, request.headers);
  const errors = mendQuestion(question, of);
  if (errors !== undefined) return data<Answer>({ errors, typed: draft }, 422);
  const next = questions[questions.indexOf(question) + 1]!;
  throw redirect(localPath(language, pathOf(next)), {
    status: 303,
    headers: { "Set-Cookie": keepDraft(draft, app) },
  });
}

function cleared(language: Language): Response {
  const to = redirect(localPath(language, "/lapor-kejadian"), { status: 303 });
  to.headers.append("Set-Cookie", dropDraft);
  to.headers.append("Set-Cookie", flash("ok", incidentReportTexts[language].cleared)["Set-Cookie"]);
  return to;
}

async function send(app: App, of: Parameters<typeof firstToMend>[0], headers: Headers) {
  const { draft, language } = of;
  const first = firstToMend(of);
  if (first !== undefined) throw redirect(localPath(language, pathOf(first)), 303);
  try {
    const reader = publicActor(app.config.regionCode);
    const operationId = draft.operationId ?? app.newId();
    const answer = await sendIncidentReport(app, reader, { operationId, headers, ...reportOf(draft) });
    if (answer.outcome === "refused") throw redirect(localPath(language, pathOf("kind")), 303);
    throw redirect(localPath(language, "/lapor-kejadian/diterima"), {
      status: 303,
      headers: { "Set-Cookie": keepDraft({ sentCode: answer.incidentCode }, app) },
    });
  } catch (error) {
    if (!isAppError(error) || error.code !== "rate-limited") throw error;
    const seconds = Number(error.details["retryAfterSeconds"]);
    const waits: Answer = { waitMinutes: Math.max(1, Math.ceil(seconds / 60)) };
    return data<Answer>(waits, { status: 429, headers: { "Retry-After": String(seconds) } });
  }
}

export default function ReportPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(incidentReportTexts);
  const to = useLocalPath();
  const { question, villages, days } = page;
  const at = questions.indexOf(question);
  const isCheck = question === "check";
  const typed = actionData?.typed ?? { ...page.typed, village: page.village ?? "" };
  const isFirst = at === 0;
  return (
    <Page
      title={isFirst ? t.title : t.questions[question]}
      lead={isFirst ? t.lead : isCheck ? t.checkLead : t.step(at + 1, questions.length - 1)}
      narrow
    >
      {isFirst && <Notice tone="warn">{t.emergency}</Notice>}
      <ErrorSummary errors={actionData?.errors} />
      {actionData?.waitMinutes !== undefined && (
        <Notice tone="warn" announce>
          {t.tooMany(actionData.waitMinutes)}
        </Notice>
      )}
      <form method="post" action={to(pathOf(question))} className="form" noValidate>
        {isCheck ? (
          <CheckAnswers report={page.typed} villages={villages} />
        ) : (
          <QuestionFields
            question={question}
            typed={typed}
            errors={actionData?.errors}
            villages={villages}
            days={days}
          />
        )}
        <Actions>
          <Button>{isCheck ? t.send : t.next}</Button>
          {!isFirst && <a href={to(pathOf(questions[at - 1]!))}>{t.back}</a>}
        </Actions>
        {question === "who" && <p className="quiet">{t.promise}</p>}
        {(isFirst || isCheck) && <p className="quiet">{t.unsureIsFine}</p>}
      </form>
      <CallCard />
      {!isFirst && (
        <form method="post" action={to(pathOf(question))}>
          <p className="quiet small">{t.kept}</p>
          <Button look="plain" small name="hapus" value="1">
            {t.clear}
          </Button>
        </form>
      )}
    </Page>
  );
}
