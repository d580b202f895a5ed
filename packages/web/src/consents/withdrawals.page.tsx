import { data, Form, redirect } from "react-router";
import { isAppError } from "@tuwai/server/app";
import { handleWithdrawal, listWithdrawalsToFollow } from "@tuwai/server/consents";
import { consentTexts } from "#language/consents.ts";
import { shortDayOf } from "#language/day-of.ts";
import { formatDate } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, forUseCase, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { Button, Card, NothingWaits, Notice, Page, Pagination, readPage, Tag, TextField } from "#ui";
import type { Route } from "./+types/withdrawals.page";

export const handle: Handle = { access: "consent.withdrawal.handle" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const found = await listWithdrawalsToFollow(app, actor, { page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  return {
    ...found,
    title: consentTexts[languageOf(pathname)].follow.title,
    rows: found.rows.map((row) => ({
      ...row,
      village: nameOf(row.person.villageCode) ?? "",
      operation: app.newId(),
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = consentTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const withdrawalId = formText(form, "pencabutan");
  try {
    const operationId = readOperationId(form, app);
    const note = formText(form, "keterangan");
    const answer = await handleWithdrawal(app, actor, { operationId, withdrawalId, note });
    if (answer.outcome === "refused") return data({ withdrawalId, error: t.follow.gone }, 409);
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return data({ withdrawalId, error: t.noteRefused }, 422);
    throw error;
  }
  const headers = flash("ok", t.follow.kept);
  throw redirect(localPath(language, "/persetujuan-dicabut"), { status: 303, headers });
}

export default function WithdrawalsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(consentTexts).follow;
  const isGone = actionData !== undefined && page.rows.every(({ id }) => id !== actionData.withdrawalId);
  return (
    <Page title={page.title} lead={t.lead} narrow>
      {isGone && (
        <Notice tone="warn" announce>
          {actionData.error}
        </Notice>
      )}
      {page.rows.length === 0 && <NothingWaits title={t.none} fills={t.fills} />}
      {page.rows.map((row) => (
        <ToFollow
          key={row.id}
          row={row}
          error={actionData?.withdrawalId === row.id ? actionData.error : undefined}
        />
      ))}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}

type RowProps = {
  readonly row: Route.ComponentProps["loaderData"]["rows"][number];
  readonly error: string | undefined;
};

function ToFollow({ row, error }: RowProps) {
  const t = useTexts(consentTexts).follow;
  const language = useLanguage();
  const to = useLocalPath();
  const { person } = row;
  return (
    <Card title={person.name ?? person.code ?? ""}>
      <p>{t.since(shortDayOf(language, row.recordedAt), formatDate(language, row.stopBy))}</p>
      <p className="quiet small">
        <a href={to(`/pekerja/${person.code ?? ""}`)}>{person.code}</a> · {row.village}
      </p>
      <div>
        {row.isEnrolled && <Tag status="waiting">{t.isEnrolled}</Tag>}{" "}
        {row.isPaidFor && <Tag status="waiting">{t.isPaidFor}</Tag>}
      </div>
      <p>{t.todo}</p>
      <Form method="post" className="form" noValidate>
        <OperationField id={row.operation} />
        <input type="hidden" name="pencabutan" value={row.id} />
        <TextField name="keterangan" label={t.note} autoComplete="off" error={error} />
        <div>
          <Button small>{t.done}</Button>
        </div>
      </Form>
    </Card>
  );
}
