import { sampleAnswers } from "@tuwai/domain/link-samples";
import { answerSamplePair, nextSamplePair, undoSampleAnswer } from "@tuwai/server/link-samples";
import { data, redirect } from "react-router";
import { ComparisonTable } from "#link-review";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { linkingTexts } from "#language/linking.ts";
import { linkSampleTexts } from "#language/link-samples.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Actions, Button, ButtonLink, EmptyState, Notice, Page } from "#ui";
import type { Route } from "./+types/answer.page";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "link_review.decide" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(linkSampleTexts[languageOf(location.pathname)].answer.title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pair, open, mayUndo } = await nextSamplePair(app, actor);
  return { pair, open, mayUndo, operations: { answer: app.newId(), undo: app.newId() } };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname } = new URL(request.url);
  const t = linkSampleTexts[languageOf(pathname)].answer;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const answered = (said: string) => redirect(pathname, { status: 303, headers: flash("ok", said) });
  if (formText(form, "batalkan") !== "") {
    await undoSampleAnswer(app, actor, { operationId });
    throw answered(t.undone);
  }
  const samplePairId = formText(form, "pasangan");
  const answer = await answerSamplePair(app, actor, {
    operationId,
    samplePairId,
    answer: formText(form, "jawab"),
  });
  if (answer.outcome === "refused") return data({ error: t.refused[answer.reasons[0]!] }, 422);
  throw answered(t.saved);
}

type Data = Route.ComponentProps["loaderData"];

export default function AnswerPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const texts = useTexts(linkSampleTexts);
  const t = texts.answer;
  const linkage = useTexts(linkingTexts).quality.title;
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[
        { href: to("/padan"), label: linkage },
        { href: to("/padan/mutu"), label: texts.title },
        { label: t.title },
      ]}
    >
      {actionData !== undefined && (
        <Notice tone="err" announce>
          {actionData.error}
        </Notice>
      )}
      {page.pair === null ? (
        <EmptyState title={t.none} action={<ButtonLink href={to("/padan/mutu")}>{texts.title}</ButtonLink>}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <>
          <p className="quiet">{t.waiting(formatNumber(language, page.open))}</p>
          <Pair pair={page.pair} operation={page.operations.answer} />
        </>
      )}
      {page.mayUndo && (
        <form method="post">
          <OperationField id={page.operations.undo} />
          <input type="hidden" name="batalkan" value="ya" />
          <Button small look="plain">
            {t.undo}
          </Button>
        </form>
      )}
    </Page>
  );
}

function Pair({ pair, operation }: { readonly pair: NonNullable<Data["pair"]>; readonly operation: string }) {
  const t = useTexts(linkSampleTexts).answer;
  return (
    <section className="stack" aria-label={t.region}>
      <ComparisonTable question={{ ...pair, kind: "dtsen", machine: { evidence: [] } }} />
      <form method="post">
        <OperationField id={operation} />
        <input type="hidden" name="pasangan" value={pair.id} />
        <Actions>
          {sampleAnswers.map((answer) => (
            <Button key={answer} look={answer === "unsure" ? "plain" : "main"} name="jawab" value={answer}>
              {t.answers[answer]}
            </Button>
          ))}
        </Actions>
      </form>
    </section>
  );
}
