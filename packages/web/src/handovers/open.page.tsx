import { isAppError, publicActor } from "@tuwai/server/app";
import { answerHandover, openHandover, type OpenedHandover } from "@tuwai/server/handovers";
import { data, redirect } from "react-router";
import { formatDate } from "#language/format.ts";
import { handoverTexts } from "#language/handovers.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames } from "#regions";
import { appContext, flash, formText, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, DescriptionList, Notice, Page, TextField } from "#ui";
import type { Route } from "./+types/open.page";
import { useFieldWords } from "./field-words.ts";

export const headers = () => ({
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex",
  "Referrer-Policy": "no-referrer",
});
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(handoverTexts[languageOf(location.pathname)].open.title);

type Answer = {
  readonly found: OpenedHandover | null;
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  readonly isAsked: boolean;
  readonly waitMinutes: number | null;
  readonly operation: string;
};

/** By the code alone: the receiver has no account. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const typed = (searchParams.get("kode") ?? "").replaceAll(/[^0-9A-Za-z]/g, "").slice(0, 40);
  if (typed !== "")
    throw redirect(localPath(languageOf(pathname), `/serah-terima/${typed.toUpperCase()}`), 303);
  const app = context.get(appContext);
  const nothing = { found: null, villages: [], isAsked: false, waitMinutes: null, operation: app.newId() };
  if (params.kode === undefined) return data<Answer>(nothing);
  const reader = publicActor(app.config.regionCode);
  try {
    const of = { handoverCode: params.kode, headers: request.headers };
    const found = await openHandover(app, reader, of);
    if (found === null) return data<Answer>({ ...nothing, isAsked: true }, 404);
    const villages = await listVillageNames(app, reader);
    return data<Answer>({ ...nothing, found, villages, isAsked: true });
  } catch (error) {
    if (!isAppError(error) || error.code !== "rate-limited") throw error;
    const seconds = Number(error.details["retryAfterSeconds"]);
    const init = { status: 429, headers: { "Retry-After": String(seconds) } };
    return data<Answer>({ ...nothing, waitMinutes: Math.max(1, Math.ceil(seconds / 60)) }, init);
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const { open: t, refusals } = handoverTexts[language];
  const app = context.get(appContext);
  const form = await request.formData();
  try {
    const answer = await answerHandover(app, publicActor(app.config.regionCode), {
      operationId: readOperationId(form, app),
      handoverCode: params.kode ?? "",
      answer: formText(form, "jawaban"),
      headers: request.headers,
    });
    if (answer.outcome === "refused") return data({ error: refusals["not-running"] }, 422);
    const thanks = t.thanks[answer.state as keyof typeof t.thanks];
    throw redirect(localPath(language, `/serah-terima/${params.kode}`), {
      status: 303,
      headers: flash("ok", thanks),
    });
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") return data({ error: t.unknown }, 404);
    if (isAppError(error) && error.code === "rate-limited") {
      const minutes = Math.max(1, Math.ceil(Number(error.details["retryAfterSeconds"]) / 60));
      return data({ error: t.tooMany(minutes) }, 429);
    }
    throw error;
  }
}

export default function OpenPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(handoverTexts).open;
  const { found } = page;
  return (
    <Page title={t.title} lead={found === null ? t.lead : undefined} narrow>
      {actionData !== undefined && (
        <Notice tone="err" announce>
          {actionData.error}
        </Notice>
      )}
      {page.waitMinutes !== null && <Notice tone="warn">{t.tooMany(page.waitMinutes)}</Notice>}
      {page.isAsked && found === null && <Notice tone="warn">{t.unknown}</Notice>}
      {found === null && <CodeForm />}
      {found !== null && !found.runs && <p>{t.gone[found.standing as keyof typeof t.gone]}</p>}
      {found?.runs && <Running found={found} page={page} />}
    </Page>
  );
}

function CodeForm() {
  const t = useTexts(handoverTexts).open;
  const to = useLocalPath();
  return (
    <form method="get" action={to("/serah-terima")} className="form">
      <TextField
        name="kode"
        label={t.code}
        hint={t.codeHint}
        width="middle"
        maxLength={20}
        autoComplete="off"
      />
      <div>
        <Button>{t.submit}</Button>
      </div>
    </form>
  );
}

type RunningProps = {
  readonly found: Extract<OpenedHandover, { readonly runs: true }>;
  readonly page: Answer;
};

function Running({ found, page }: RunningProps) {
  const { open: t, purposes } = useTexts(handoverTexts);
  const language = useLanguage();
  const factOf = useFieldWords(page.villages);
  return (
    <>
      <p>{t.for(found.receiver, purposes[found.purpose])}</p>
      <p className="quiet">{t.until(formatDate(language, found.endsOn))}</p>
      <Card title={t.facts}>
        <DescriptionList facts={found.fields.map(factOf)} />
        <p>{t.keep}</p>
      </Card>
      <Card title={t.say}>
        <form method="post" className="form">
          <OperationField id={page.operation} />
          <div className="actions">
            {found.answers.map((answer) => (
              <Button
                key={answer}
                name="jawaban"
                value={answer}
                look={answer === "refuse" ? "plain" : "main"}
              >
                {t.answers[answer]}
              </Button>
            ))}
          </div>
        </form>
      </Card>
    </>
  );
}
