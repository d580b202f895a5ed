import { data, Form, redirect } from "react-router";
import { findings } from "@tuwai/domain/occupations";
import { decideSecondLook, listSecondLooks } from "@tuwai/server/second-look";
import { languageOf, localPath } from "#language/language.ts";
import { secondLookTexts } from "#language/second-look.ts";
import { useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { Button, Card, Choices, NothingWaits, Notice, Page, Pagination, readPage } from "#ui";
import type { Route } from "./+types/second-look.page";

export const handle: Handle = { access: "worker.second_look.decide" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const url = new URL(request.url);
  const found = await listSecondLooks(app, actor, { page: readPage(url.searchParams) });
  return {
    ...found,
    title: secondLookTexts[languageOf(url.pathname)].title,
    rows: found.rows.map((row) => ({ ...row, operation: app.newId(), findings })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = secondLookTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const personCode = formText(form, "kode");
  const finding = findings.find((known) => known === formText(form, "temuan"));
  if (finding === undefined) return data({ personCode, error: t.unchosen }, 422);
  const answer = await decideSecondLook(app, actor, {
    operationId: readOperationId(form, app),
    personCode,
    finding,
  });
  if (answer.outcome === "refused") return data({ personCode, error: t.notAsked }, 409);
  throw redirect(localPath(language, "/lihat-lagi"), { status: 303, headers: flash("ok", t.done) });
}

export default function SecondLookPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(secondLookTexts);
  const isGone =
    actionData !== undefined && page.rows.every(({ person }) => person.code !== actionData.personCode);
  return (
    <Page title={page.title} lead={t.lead} narrow>
      <p className="quiet">{t.why}</p>
      {isGone && (
        <Notice tone="warn" announce>
          {actionData.error}
        </Notice>
      )}
      {page.rows.length === 0 && <NothingWaits title={t.none} fills={t.fills} />}
      {page.rows.map((row) => (
        <PersonCard
          key={row.person.id}
          row={row}
          error={actionData?.personCode === row.person.code ? actionData?.error : undefined}
        />
      ))}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}

type CardProps = {
  readonly row: Route.ComponentProps["loaderData"]["rows"][number];
  readonly error: string | undefined;
};

function PersonCard({ row, error }: CardProps) {
  const t = useTexts(secondLookTexts);
  const { person, occupation, findings } = row;
  return (
    <Card title={person.name ?? person.code ?? ""}>
      <p>{t.who(person.code ?? "", String(person.age ?? t.unknownAge), occupation)}</p>
      <Form method="post" className="form" noValidate>
        <OperationField id={row.operation} />
        <input type="hidden" name="kode" value={person.code} />
        <Choices
          name="temuan"
          label={t.found}
          options={findings.map((finding) => ({ value: finding, label: t.findings[finding] }))}
          error={error}
        />
        <Button>{t.submit}</Button>
      </Form>
    </Card>
  );
}
