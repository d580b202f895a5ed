import { data, Form, redirect } from "react-router";
import { getIdentityDecision } from "@tuwai/server/identities";
import { DecisionForm } from "#decisions";
import { accountTexts } from "#language/accounts.ts";
import { shortDayOf } from "#language/day-of.ts";
import { formatDate } from "#language/format.ts";
import { identityTexts } from "#language/identities.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, OperationField, pageMeta, type Handle } from "#shell";
import { Actions, Button, Card, DescriptionList, ErrorSummary, Notice, Page } from "#ui";
import type { Route } from "./+types/decide.page";
import { answerDecision } from "./answer-decision.ts";
import { MergeComparison } from "./merge-comparison.tsx";

export const handle: Handle = { access: "worker.merge.approve" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const title = identityTexts[languageOf(new URL(request.url).pathname)].check.title;
  const decision = await getIdentityDecision(app, actor, { decisionId: params.id });
  return { title, decision, operation: app.newId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await answerDecision(...forUseCase(context), { form, decisionId: params.id, language });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, "/identitas"), { status: 303, headers: flash("ok", answer.done) });
}

export default function DecideIdentityPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(identityTexts);
  const roles = useTexts(accountTexts).roles;
  const language = useLanguage();
  const to = useLocalPath();
  const { decision } = page;
  const { row } = decision;
  const c = t.check;
  return (
    <Page
      title={
        decision.kind === "merge" && decision.otherCode !== null
          ? c.question(decision.personCode ?? "", decision.otherCode)
          : c.title
      }
      lead={
        decision.kind === "merge"
          ? undefined
          : [t.queue.kinds[decision.kind], decision.personCode].filter(Boolean).join(" · ")
      }
      narrow
      crumbs={[{ href: to("/identitas"), label: t.queue.title }, { label: c.title }]}
    >
      <ErrorSummary errors={actionData?.errors} />
      <p className="quiet small">
        {c.askedBy(roles[decision.recordedRole], shortDayOf(language, decision.recordedAt))}
        {decision.note !== null && ` · ${c.note}: ${decision.note}`}
      </p>
      {decision.merge !== null && decision.state === "waiting" && (
        <MergeComparison preview={decision.merge} />
      )}
      {row !== null && (
        <Card title={t.split.says}>
          <DescriptionList
            facts={[
              { name: t.fields.name, value: row.fullName },
              {
                name: t.fields.birthDate,
                value: row.birthDate === null ? t.nothing : formatDate(language, row.birthDate),
              },
              { name: t.fields.address, value: row.address ?? t.nothing },
              { name: t.fields.occupation, value: row.occupation ?? t.nothing },
              { name: t.split.list, value: t.split.listRow(row.importCode, String(row.row)) },
            ]}
          />
        </Card>
      )}
      <Answer page={page} error={actionData?.errors["alasan"]} />
      <p>
        <a href={to("/identitas")}>{c.back}</a>
      </p>
    </Page>
  );
}

type AnswerProps = { readonly page: Route.ComponentProps["loaderData"]; readonly error: string | undefined };

function Answer({ page: { decision, operation }, error }: AnswerProps) {
  const c = useTexts(identityTexts).check;
  if (!decision.mayDecide && !decision.mayUndo)
    return <Notice tone="warn">{decision.state === "waiting" ? c.mine : c.settled}</Notice>;
  if (!decision.mayUndo)
    return (
      <DecisionForm error={error} isBlocked={(decision.merge?.reasons.length ?? 0) > 0}>
        <OperationField id={operation} />
        <input type="hidden" name="versi" value={decision.version} />
      </DecisionForm>
    );
  return (
    <Form method="post" className="form" noValidate>
      <OperationField id={operation} />
      <p>{c.undoHint}</p>
      <Actions>
        <Button look="plain" name="putusan" value="urungkan">
          {c.undo}
        </Button>
      </Actions>
    </Form>
  );
}
