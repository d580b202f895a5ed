import { data, redirect } from "react-router";
import { getLinkQuestion } from "@tuwai/server/link-review";
import { dayOf } from "#language/day-of.ts";
import { wordOf } from "#language/word-of.ts";
import { languageOf } from "#language/language.ts";
import { identityTexts } from "#language/identities.ts";
import { linkingTexts } from "#language/linking.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, pageMeta, type Handle } from "#shell";
import { Card, Notice, Page } from "#ui";
import type { Route } from "./+types/question.page";
import { AnswerForm } from "./answer-form.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { readLinkQuery, writeLinkQuery } from "./link-query.ts";
import { MachineCard } from "./machine-card.tsx";
import { answerQuestion } from "./question-actions.ts";
import { ReviewArea } from "./review-area.tsx";
import { UndoForm } from "./undo-form.tsx";

/** The script only adds the keys S, B, R and U; without it everything is there and works. */
export const handle: Handle = { access: "link_review.read", hydrate: true };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  return {
    title: linkingTexts[languageOf(pathname)].question.title,
    question: await getLinkQuestion(app, actor, { questionId: params.id }),
    query: readLinkQuery(searchParams),
    operations: { answer: app.newId(), undo: app.newId(), undoLast: app.newId() },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const answer = await answerQuestion(...forUseCase(context), {
    form: await request.formData(),
    questionId: params.id,
    query: readLinkQuery(searchParams),
    language: languageOf(pathname),
  });
  if ("to" in answer) throw redirect(answer.to, { status: 303, headers: flash("ok", answer.text) });
  return data(answer, answer.isStale ? 409 : 422);
}

export default function QuestionPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(linkingTexts);
  const to = useLocalPath();
  const { question, query, operations } = page;
  const { kind, village, before } = query;
  return (
    <Page
      title={page.title}
      lead={t.kinds[question.kind]}
      crumbs={[
        { href: to("/padan"), label: t.quality.title },
        { href: to("/padan/antrean") + writeLinkQuery({ kind, village }), label: t.queue.title },
        { label: question.left.code ?? t.question.title },
      ]}
    >
      {actionData && (
        <Notice tone="warn" announce>
          {actionData.problem}
        </Notice>
      )}
      {before && before.id !== question.id && (
        <UndoForm
          answered={before}
          operation={operations.undoLast}
          query={query}
          label={t.question.undoLast}
          isKey={question.state === "open"}
        />
      )}
      <ReviewArea label={t.question.region} isFocused={before !== null}>
        <ComparisonTable question={question} />
        {question.state === "open" || question.state === "unsure" ? (
          <>
            <Answered question={question} />
            <AnswerForm question={question} operation={operations.answer} />
          </>
        ) : (
          <Answered question={question} />
        )}
        {question.state !== "open" && question.state !== "withdrawn" && (
          <UndoForm
            answered={question}
            operation={operations.undo}
            query={query}
            label={t.question.undo}
            isKey
          />
        )}
      </ReviewArea>
      <MachineCard question={question} query={query} />
    </Page>
  );
}

type Shown = { readonly question: Route.ComponentProps["loaderData"]["question"] };

/** How the question stands when somebody has answered it, or nobody has to any more. */
function Answered({ question }: Shown) {
  const t = useTexts(linkingTexts);
  const language = useLanguage();
  const { merge } = useTexts(identityTexts);
  const to = useLocalPath();
  const { state, decided } = question;
  if (state === "open") return null;
  if (state === "withdrawn" || decided === null) return <Notice>{t.question.withdrawn}</Notice>;
  return (
    <Card>
      <p>
        <strong>{t.question.answered(t.states[state], dayOf(language, decided.at))}</strong>{" "}
        {decided.reason !== null && t.question.answeredReason(wordOf(t.question.reasons, decided.reason))}{" "}
        {state === "unsure" && t.question.unsureAgain}
      </p>
      {state === "same" && question.right.source === "person" && (
        <p>
          <a href={to(`/pekerja/${question.right.code}/gabung?dengan=${question.left.code}`)}>
            {merge.title}
          </a>
        </p>
      )}
    </Card>
  );
}
