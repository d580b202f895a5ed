import { data, Form, redirect } from "react-router";
import { isAppError } from "@tuwai/server/app";
import { type EventToFollow, handleLifeEvent, listEventsToFollow } from "@tuwai/server/life-events";
import { shortDayOf } from "#language/day-of.ts";
import { formatDate } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { lifeEventTexts } from "#language/life-events.ts";
import { replacementTexts } from "#language/replacements.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, forUseCase, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { Button, Card, NothingWaits, Notice, Page, Pagination, readPage, Tag, TextField } from "#ui";
import type { Route } from "./+types/follow-ups.page";

export const handle: Handle = { access: "worker.life_event.handle" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const found = await listEventsToFollow(app, actor, { page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  const named = (row: EventToFollow) => ({
    ...row,
    village: nameOf(row.person.villageCode) ?? "",
    operation: app.newId(),
  });
  return {
    ...found,
    title: lifeEventTexts[languageOf(pathname)].follow.title,
    rows: found.rows.map(named),
    followed: found.followed.map(named),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = lifeEventTexts[language].follow;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const lifeEventId = formText(form, "peristiwa");
  const result = formText(form, "hasil") === "selesai" ? "done" : "not-done";
  try {
    const operationId = readOperationId(form, app);
    const note = formText(form, "keterangan");
    const answer = await handleLifeEvent(app, actor, { operationId, lifeEventId, result, note });
    if (answer.outcome === "refused")
      return data({ lifeEventId, error: answer.reasons.map((reason) => t.refusals[reason]).join(" ") }, 409);
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return data({ lifeEventId, error: t.noteRefused }, 422);
    throw error;
  }
  const headers = flash("ok", result === "done" ? t.kept : t.reopened);
  throw redirect(localPath(language, "/peristiwa"), { status: 303, headers });
}

export default function FollowUpsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(lifeEventTexts).follow;
  const isGone = actionData !== undefined && page.rows.every(({ id }) => id !== actionData.lifeEventId);
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
          error={actionData?.lifeEventId === row.id ? actionData.error : undefined}
        />
      ))}
      <Pagination page={page.page} pages={page.pages} />
      {page.followed.length > 0 && <h2>{t.followed}</h2>}
      {page.followed.map((row) => (
        <Followed key={row.id} row={row} />
      ))}
    </Page>
  );
}

type Row = Route.ComponentProps["loaderData"]["rows"][number];

function Happened({ row }: { readonly row: Row }) {
  const t = useTexts(lifeEventTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { person, village, kind, on, recordedAt } = row;
  return (
    <>
      <p>{t.follow.happened(t.kinds[kind], formatDate(language, on), shortDayOf(language, recordedAt))}</p>
      <p className="quiet small">
        <a href={to(`/pekerja/${person.code ?? ""}`)}>{person.code}</a> · {village}
      </p>
    </>
  );
}

function ToFollow({ row, error }: { readonly row: Row; readonly error: string | undefined }) {
  const t = useTexts(lifeEventTexts).follow;
  const { end } = useTexts(replacementTexts);
  const to = useLocalPath();
  return (
    <Card title={row.person.name ?? row.person.code ?? ""}>
      <Happened row={row} />
      <div>
        {row.isEnrolled && <Tag status="waiting">{t.isEnrolled}</Tag>}{" "}
        {row.isPaidFor && <Tag status="waiting">{t.isPaidFor}</Tag>}
      </div>
      <p>{t.todo[row.kind]}</p>
      {row.isPaidFor && row.person.code !== undefined && (
        <p>
          <a href={to(`/sponsor/pengganti?pekerja=${row.person.code}`)}>{end.link}</a>
        </p>
      )}
      <Form method="post" className="form" noValidate>
        <OperationField id={row.operation} />
        <input type="hidden" name="peristiwa" value={row.id} />
        <TextField name="keterangan" label={t.note} autoComplete="off" error={error} />
        <div>
          <Button small name="hasil" value="selesai">
            {t.done}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Followed({ row }: { readonly row: Row }) {
  const t = useTexts(lifeEventTexts).follow;
  const language = useLanguage();
  return (
    <Card title={row.person.name ?? row.person.code ?? ""}>
      <Happened row={row} />
      {row.handledAt !== null && <p>{t.handledAt(shortDayOf(language, row.handledAt))}</p>}
      {row.handledNote !== null && <p className="quiet">{row.handledNote}</p>}
      <Form method="post">
        <OperationField id={row.operation} />
        <input type="hidden" name="peristiwa" value={row.id} />
        <Button look="plain" small name="hasil" value="belum">
          {t.reopen}
        </Button>
      </Form>
    </Card>
  );
}
