import { data, Form, redirect } from "react-router";
import { isAppError } from "@tuwai/server/app";
import { askMerge, previewMerge } from "@tuwai/server/identities";
import { getWorker } from "@tuwai/server/workers";
import { decisionTexts } from "#language/decisions.ts";
import { identityTexts } from "#language/identities.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { Actions, Button, ButtonLink, ErrorSummary, Page, TextField } from "#ui";
import type { Route } from "./+types/merge.page";
import { MergeComparison } from "./merge-comparison.tsx";
import { orNothing } from "./or-nothing.ts";

export const handle: Handle = { access: "worker.merge.ask" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const url = new URL(request.url);
  const worker = await getWorker(app, actor, { personCode: params.kode });
  const code = worker.code ?? "";
  const other = url.searchParams.get("dengan")?.trim() ?? "";
  const preview =
    other === ""
      ? null
      : await orNothing(previewMerge(app, actor, { personCode: code, otherPersonCode: other }));
  return {
    title: `${identityTexts[languageOf(url.pathname)].merge.title} ${code}`,
    code,
    name: worker.fullName ?? "",
    other,
    preview,
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = identityTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  try {
    const answer = await askMerge(app, actor, {
      operationId: readOperationId(form, app),
      personCode: params.kode,
      otherPersonCode: formText(form, "dengan"),
      note: formText(form, "alasan"),
    });
    if (answer.outcome === "refused")
      return data({ errors: { "": answer.reasons.map((reason) => t.reasons[reason]).join(" ") } }, 422);
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return data({ errors: { alasan: decisionTexts[language].noteRefused } }, 422);
    throw error;
  }
  const to = localPath(language, `/pekerja/${params.kode}`);
  throw redirect(to, { status: 303, headers: flash("ok", t.merge.asked) });
}

export default function MergePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(identityTexts).merge;
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const { preview } = page;
  const errors: Readonly<Record<string, string>> | undefined = actionData?.errors;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      narrow
      crumbs={[
        { href: to("/pekerja"), label: p.title },
        { href: to(`/pekerja/${page.code}`), label: page.name || page.code },
        { label: t.title },
      ]}
    >
      <ErrorSummary errors={errors} />
      <Form method="get" className="form" noValidate>
        <TextField
          name="dengan"
          width="middle"
          label={t.code}
          hint={t.codeHint}
          autoComplete="off"
          defaultValue={page.other}
          error={page.other !== "" && preview === null ? t.notFound : undefined}
        />
        <div>
          <Button look={preview === null ? "main" : "plain"}>{t.compare}</Button>
        </div>
      </Form>
      {preview !== null && (
        <>
          <MergeComparison preview={preview} />
          <p>
            <ButtonLink
              look="plain"
              small
              href={to(`/pekerja/${preview.other.code}/gabung?dengan=${page.code}`)}
            >
              {t.swap}
            </ButtonLink>
          </p>
          {preview.reasons.length === 0 && (
            <Form method="post" className="form" noValidate>
              <OperationField id={page.operation} />
              <input type="hidden" name="dengan" value={page.other} />
              <TextField
                name="alasan"
                label={t.note}
                hint={t.noteHint}
                autoComplete="off"
                error={errors?.["alasan"]}
              />
              <Actions>
                <Button>{t.ask}</Button>
              </Actions>
            </Form>
          )}
        </>
      )}
    </Page>
  );
}
