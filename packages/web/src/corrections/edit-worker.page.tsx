import { data, Form, redirect } from "react-router";
import { getCorrections } from "@tuwai/server/corrections";
import { correctionTexts } from "#language/corrections.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, OperationField, pageMeta, type Handle } from "#shell";
import { Button, ErrorSummary, Page } from "#ui";
import type { Route } from "./+types/edit-worker.page";
import { answerEdit } from "./answer-edit.ts";
import { CorrectionList } from "./correction-list.tsx";
import { EditFields } from "./edit-fields.tsx";
import { askedFields, fieldsInOrder } from "./field-names.ts";
import { ToldHow } from "./told-how.tsx";

export const handle: Handle = { access: "worker.correction.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const url = new URL(request.url);
  const found = await getCorrections(app, actor, { personCode: params.kode });
  return {
    // A title stands in the browser's history: the code, never the name.
    title: `${correctionTexts[languageOf(url.pathname)].title} ${found.person.code ?? ""}`,
    ...found,
    asked: askedFields(url.searchParams.get("isian")),
    today: app.clock.today(),
    operations: { edit: app.newId(), undo: found.history.map(() => app.newId()) },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await answerEdit(...forUseCase(context), { form, personCode: params.kode, language });
  if ("errors" in answer) return data(answer, answer.isStale ? 409 : 422);
  const to = localPath(language, `/pekerja/${params.kode}/ubah`);
  throw redirect(to, { status: 303, headers: flash("ok", answer.done) });
}

export default function EditWorkerPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(correctionTexts);
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const code = page.person.code ?? "";
  const isWhole = page.asked.length === fieldsInOrder.length;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      narrow
      crumbs={[
        { href: to("/pekerja"), label: p.title },
        { href: to(`/pekerja/${code}`), label: page.person.name ?? code },
        { label: t.title },
      ]}
    >
      <ErrorSummary errors={actionData?.errors} />
      {page.mayEdit && (
        <Form method="post" className="form" noValidate>
          <OperationField id={page.operations.edit} />
          <input type="hidden" name="versi" value={page.version} />
          <EditFields
            fields={page.fields}
            asked={page.asked}
            sent={actionData?.sent}
            errors={actionData?.errors}
          />
          {!isWhole && (
            <p>
              <a href={to(`/pekerja/${code}/ubah`)}>{t.all}</a>
            </p>
          )}
          <ToldHow today={page.today} sent={actionData?.sent} errors={actionData?.errors} />
          <div>
            <Button>{t.submit}</Button>
          </div>
        </Form>
      )}
      <CorrectionList history={page.history} operations={page.operations.undo} />
      <p>
        <a href={to(`/pekerja/${code}`)}>{t.back}</a>
      </p>
    </Page>
  );
}
