import { data, Form, redirect } from "react-router";
import { isAppError } from "@tuwai/server/app";
import { askSplit, previewSplit, type SplitPreview } from "@tuwai/server/identities";
import { getWorker } from "@tuwai/server/workers";
import { decisionTexts } from "#language/decisions.ts";
import { formatDate } from "#language/format.ts";
import { identityTexts } from "#language/identities.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { Button, Card, DescriptionList, ErrorSummary, Page, TextField } from "#ui";
import type { Route } from "./+types/split.page";

export const handle: Handle = { access: "worker.merge.ask" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const url = new URL(request.url);
  const recordId = url.searchParams.get("baris") ?? "";
  const worker = await getWorker(app, actor, { personCode: params.kode });
  const code = worker.code ?? "";
  const preview = recordId === "" ? null : await previewSplit(app, actor, { personCode: code, recordId });
  const title = `${identityTexts[languageOf(url.pathname)].split.title} ${code}`;
  const name = worker.fullName ?? code;
  return { title, code, name, recordId, preview, sources: worker.sources ?? [], operation: app.newId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = identityTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  try {
    const answer = await askSplit(app, actor, {
      operationId: readOperationId(form, app),
      personCode: params.kode,
      recordId: formText(form, "baris"),
      otherPersonCode: formText(form, "ke"),
      note: formText(form, "alasan"),
    });
    if (answer.outcome === "refused")
      return data({ errors: { ke: answer.reasons.map((reason) => t.reasons[reason]).join(" ") } }, 422);
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return data({ errors: { alasan: decisionTexts[language].noteRefused } }, 422);
    if (isAppError(error) && error.code === "not-found" && formText(form, "ke") !== "")
      return data({ errors: { ke: t.merge.notFound } }, 422);
    throw error;
  }
  const to = localPath(language, `/pekerja/${params.kode}`);
  throw redirect(to, { status: 303, headers: flash("ok", t.merge.asked) });
}

export default function SplitPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(identityTexts);
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const errors: Readonly<Record<string, string>> | undefined = actionData?.errors;
  return (
    <Page
      title={t.split.title}
      lead={t.split.lead}
      narrow
      crumbs={[
        { href: to("/pekerja"), label: p.title },
        { href: to(`/pekerja/${page.code}`), label: page.name },
        { label: t.split.title },
      ]}
    >
      <ErrorSummary errors={errors} />
      {page.preview === null ? (
        <ul>
          {page.sources.map(({ recordId, importCode, row }) => (
            <li key={recordId}>
              <a href={to(`/pekerja/${page.code}/pisah?baris=${recordId}`)}>
                {t.split.listRow(importCode, String(row))}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <AskSplit page={page} preview={page.preview} errors={errors} />
      )}
    </Page>
  );
}

type AskProps = {
  readonly page: { readonly operation: string; readonly recordId: string };
  readonly preview: SplitPreview;
  readonly errors: Readonly<Record<string, string>> | undefined;
};

/** What the row says, and to whom it should go. */
function AskSplit({ page, preview: { row, others }, errors }: AskProps) {
  const t = useTexts(identityTexts);
  const language = useLanguage();
  const facts = [
    { name: t.fields.name, value: row.fullName },
    {
      name: t.fields.birthDate,
      value: row.birthDate === null ? t.nothing : formatDate(language, row.birthDate),
    },
    { name: t.fields.address, value: row.address ?? t.nothing },
    { name: t.fields.occupation, value: row.occupation ?? t.nothing },
    { name: t.split.list, value: t.split.listRow(row.importCode, String(row.row)) },
  ];
  return (
    <>
      <Card title={t.split.says}>
        <DescriptionList facts={facts} />
        <p className="quiet small">
          {others === 0 ? t.reasons["only-row"] : t.split.remains(String(others))}
        </p>
      </Card>
      {others > 0 && (
        <Form method="post" className="form" noValidate>
          <OperationField id={page.operation} />
          <input type="hidden" name="baris" value={page.recordId} />
          <TextField
            name="ke"
            width="middle"
            label={t.split.to}
            hint={t.split.toHint}
            autoComplete="off"
            error={errors?.["ke"]}
          />
          <TextField
            name="alasan"
            label={t.merge.note}
            hint={t.merge.noteHint}
            autoComplete="off"
            error={errors?.["alasan"]}
          />
          <div>
            <Button>{t.split.ask}</Button>
          </div>
        </Form>
      )}
    </>
  );
}
