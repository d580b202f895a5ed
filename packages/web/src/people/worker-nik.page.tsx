import { data, Form } from "react-router";
import { authorise } from "@tuwai/server/access";
import { getWorker, unmaskNik, unmaskPurposes } from "@tuwai/server/workers";
import { requireProof } from "#accounts";
import { languageOf } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { workerFormTexts } from "#language/worker-forms.ts";
import { forUseCase, formText, pageMeta, type Handle } from "#shell";
import { Button, Card, Choices, DescriptionList, ErrorSummary, Notice, Page, optionsOf } from "#ui";
import type { Route } from "./+types/worker-nik.page";

export const handle: Handle = { access: "worker.unmask_nik" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** Asks for the password first where it was not proven just now; nothing is opened by looking at this page. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  requireProof(actor);
  authorise(actor, "worker.unmask_nik");
  const worker = await getWorker(app, actor, { personCode: params.kode });
  const t = workerFormTexts[language].reveal;
  return { title: t.title, code: worker.code ?? "", name: worker.fullName ?? "" };
}

/** The number stands in the answer to this one form, which nobody keeps, and nowhere else. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const purpose = formText(await request.formData(), "tujuan");
  const isKnown = unmaskPurposes.some((known) => known === purpose);
  if (!isKnown) return data({ error: workerFormTexts[language].reveal.missing, answer: null }, 422);
  const answer = await unmaskNik(app, actor, { personCode: params.kode, purpose });
  return data({ error: undefined, answer }, { headers: { "Cache-Control": "no-store" } });
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;

export default function WorkerNikPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(workerFormTexts).reveal;
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const back = to(`/pekerja/${page.code}`);
  const answer = actionData?.answer ?? null;
  return (
    <Page
      title={page.title}
      lead={t.lead(page.name)}
      narrow
      crumbs={[
        { href: to("/pekerja"), label: p.title },
        { href: back, label: page.code },
        { label: page.title },
      ]}
    >
      {answer === null ? (
        <>
          <ErrorSummary errors={{ tujuan: actionData?.error }} />
          <Form method="post" className="form" noValidate>
            <Choices
              name="tujuan"
              label={t.purpose}
              options={optionsOf(t.purposes)}
              error={actionData?.error}
            />
            <div>
              <Button>{t.submit}</Button>
            </div>
          </Form>
        </>
      ) : (
        <Card>
          <DescriptionList
            facts={[{ name: t.shown, value: answer.nik === null ? t.none : <strong>{answer.nik}</strong> }]}
          />
          <Notice tone="warn">{t.once}</Notice>
          <p className="quiet">{t.left(answer.leftToday)}</p>
        </Card>
      )}
      <p>
        <a href={back}>{t.back}</a>
      </p>
    </Page>
  );
}
