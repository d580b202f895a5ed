import { data, Form, redirect } from "react-router";
import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { decideCorrection, getWaitingCorrection } from "@tuwai/server/corrections";
import { accountTexts } from "#language/accounts.ts";
import { correctionTexts } from "#language/corrections.ts";
import { formatDate } from "#language/format.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import {
  Actions,
  Button,
  Card,
  DescriptionList,
  ErrorSummary,
  type FormErrors,
  Notice,
  Page,
  TextField,
} from "#ui";
import type { Route } from "./+types/decide.page";
import { ShownWord } from "./shown-word.tsx";

export const handle: Handle = { access: "worker.correction.approve" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const title = correctionTexts[languageOf(new URL(request.url).pathname)].check.title;
  const found = await getWaitingCorrection(app, actor, { correctionId: params.id });
  return { title, ...found, operation: app.newId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await decide(...forUseCase(context), { form, correctionId: params.id, language });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, "/koreksi"), { status: 303, headers: flash("ok", answer.done) });
}

type Sent = { readonly form: FormData; readonly correctionId: string; readonly language: Language };

type Decided = { readonly done: string } | { readonly errors: FormErrors };

async function decide(app: App, actor: Actor, { form, correctionId, language }: Sent): Promise<Decided> {
  const t = correctionTexts[language].check;
  const verdict = formText(form, "putusan") === "setuju" ? "approve" : "refuse";
  try {
    const answer = await decideCorrection(app, actor, {
      operationId: readOperationId(form, app),
      correctionId,
      version: Number(formText(form, "versi")) || 0,
      verdict,
      reason: formText(form, "alasan"),
    });
    if (answer.outcome === "refused") {
      const text = answer.reasons.map((reason) => t.refusals[reason]).join(" ");
      return { errors: { [answer.reasons.includes("without-reason") ? "alasan" : ""]: text } };
    }
    return { done: answer.outcome === "approved" ? t.approved : t.refusedDone };
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return { errors: { "": t.settled } };
    if (isAppError(error) && error.code === "identity-number-in-note")
      return { errors: { alasan: correctionTexts[language].noteRefused } };
    throw error;
  }
}

export default function DecideCorrectionPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(correctionTexts);
  const c = t.check;
  const roles = useTexts(accountTexts).roles;
  const language = useLanguage();
  const to = useLocalPath();
  const { person, correction } = page;
  const { field, source, toldOn, recordedRole, note } = correction;
  const label = t.fields[field];
  return (
    <Page
      title={c.title}
      lead={[person.name, person.code].filter(Boolean).join(" · ")}
      narrow
      crumbs={[{ href: to("/koreksi"), label: t.queue.title }, { label: c.title }]}
    >
      <ErrorSummary errors={actionData?.errors} />
      <Card title={label}>
        <DescriptionList
          facts={[
            { name: c.before, value: <ShownWord field={field} shown={correction.before} /> },
            {
              name: c.value,
              value: (
                <strong>
                  <ShownWord field={field} shown={correction.value} />
                </strong>
              ),
            },
            {
              name: c.told,
              value: t.bySource(t.sources[source], formatDate(language, toldOn), roles[recordedRole]),
            },
            ...(note === null ? [] : [{ name: c.note, value: note }]),
          ]}
        />
      </Card>
      {correction.mayDecide ? (
        <Form method="post" className="form" noValidate>
          <OperationField id={page.operation} />
          <input type="hidden" name="versi" value={correction.version} />
          <TextField
            name="alasan"
            label={c.reason}
            hint={c.reasonHint}
            autoComplete="off"
            error={actionData?.errors["alasan"]}
          />
          <Actions>
            <Button name="putusan" value="setuju">
              {c.approve}
            </Button>
            <Button look="plain" name="putusan" value="tolak">
              {c.refuse}
            </Button>
          </Actions>
        </Form>
      ) : (
        <Notice tone="warn">{correction.state === "waiting" ? c.mine : c.settled}</Notice>
      )}
      <p>
        <a href={to("/koreksi")}>{c.back}</a>
      </p>
    </Page>
  );
}
