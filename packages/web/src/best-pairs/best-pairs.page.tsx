import { askBestPairs, listPairRuns, usualQuestion } from "@tuwai/server/best-pairs";
import { data, redirect } from "react-router";
import { bestPairsTexts } from "#language/best-pairs.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { actionOf, flash, forUseCase, type Handle, pageMeta, readOperationId, KeepLooking } from "#shell";
import { SponsorTabs } from "#sponsors";
import { ButtonLink, ErrorSummary, Notice, Page } from "#ui";
import type { Route } from "./+types/best-pairs.page";
import { findingOf, hasNoPlace } from "./finding-of.ts";
import { QuestionForm } from "./question-form.tsx";
import { readPairQuestion } from "./read-pair-question.ts";
import { Reached } from "./reached.tsx";
import { RunTable } from "./run-table.tsx";

export const handle: Handle = { access: "pledge.match", hydrate: true };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

const PATH = "/sponsor/penjodohan/terbaik";

export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const runs = await listPairRuns(app, actor);
  return {
    title: findingOf(runs[0]?.answer ?? null, language),
    operation: app.newId(),
    runs,
    question: runs[0]?.question ?? usualQuestion,
    isChoosing: runs.some(({ finishedAt }) => finishedAt === null),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const proposesPairs = actionOf(form, { lihat: false, usulkan: true });
  const read = readPairQuestion(form, language);
  if ("errors" in read) return data(read, 422);
  const asked = await askBestPairs(app, actor, {
    operationId: readOperationId(form, app),
    proposesPairs,
    ...read,
  });
  const busy = bestPairsTexts[language].form.busy;
  const told = asked.outcome === "refused" ? { headers: flash("warn", busy) } : {};
  throw redirect(localPath(language, PATH), { status: 303, ...told });
}

export default function BestPairsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(bestPairsTexts);
  const to = useLocalPath();
  const [latest] = page.runs;
  return (
    <Page
      title={page.title}
      lead={t.lead}
      actions={
        <>
          {hasNoPlace(latest?.answer ?? null) && (
            <ButtonLink href={to("/sponsor/ajakan")}>{t.invite}</ButtonLink>
          )}
          <ButtonLink look="plain" href={to("/sponsor/penjodohan")}>
            {t.back}
          </ButtonLink>
        </>
      }
    >
      <SponsorTabs here="matching" />
      <ErrorSummary errors={actionData?.errors} />
      {page.isChoosing && (
        <>
          <KeepLooking seconds={1} />
          <Notice tone="info" announce>
            {t.choosing}
          </Notice>
        </>
      )}
      {latest?.answer && <Reached answer={latest.answer} />}
      <QuestionForm
        question={page.question}
        operation={page.operation}
        isChoosing={page.isChoosing}
        errors={actionData?.errors ?? {}}
      />
      {page.runs.length > 1 && <RunTable runs={page.runs.slice(1)} />}
    </Page>
  );
}
