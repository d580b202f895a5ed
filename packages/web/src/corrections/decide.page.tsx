import { data, redirect } from "react-router";
import type { Actor, App } from "@tuwai/server/app";
import { decideCorrection, getWaitingCorrection } from "@tuwai/server/corrections";
import { DecisionForm, readDecision, refuseDecision, sayDecisionError } from "#decisions";
import { accountTexts } from "#language/accounts.ts";
import { correctionTexts } from "#language/corrections.ts";
import { formatDate } from "#language/format.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, OperationField, pageMeta, type Handle } from "#shell";
import { Card, DescriptionList, ErrorSummary, type FormErrors, Notice, Page } from "#ui";
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
  try {
    const answer = await decideCorrection(app, actor, { ...readDecision(form, app), correctionId });
    if (answer.outcome === "refused") return refuseDecision(answer.reasons, t.refusals);
    return { done: answer.outcome === "approved" ? t.approved : t.refusedDone };
  } catch (error) {
    return sayDecisionError(error, language);
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
        <DecisionForm error={actionData?.errors["alasan"]}>
          <OperationField id={page.operation} />
          <input type="hidden" name="versi" value={correction.version} />
        </DecisionForm>
      ) : (
        <Notice tone="warn">{correction.state === "waiting" ? c.mine : c.settled}</Notice>
      )}
      <p>
        <a href={to("/koreksi")}>{c.back}</a>
      </p>
    </Page>
  );
}
