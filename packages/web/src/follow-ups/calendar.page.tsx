import { getCalendarAddress, makeCalendarAddress, revokeCalendarAddress } from "@tuwai/server/follow-ups";
import { data, redirect } from "react-router";
import { calendarTexts } from "#language/calendar.ts";
import { followUpTexts } from "#language/follow-ups.ts";
import { formatInstant } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { actionOf, flash, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, Notice, Page } from "#ui";
import type { Route } from "./+types/calendar.page";

export const handle: Handle = { access: "calendar.own" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(calendarTexts[languageOf(location.pathname)].title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  return { ...(await getCalendarAddress(app, actor)), operation: app.newId(), revoking: app.newId() };
}

const acts = { buat: "make", cabut: "revoke" } as const;

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, origin } = new URL(request.url);
  const language = languageOf(pathname);
  const t = calendarTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const of = { operationId: readOperationId(form, app) };
  if (actionOf(form, acts) === "make") {
    const made = await makeCalendarAddress(app, actor, of);
    if (made.outcome === "made")
      return data({ address: `${app.config.origin ?? origin}/kalender/${made.token}` });
    throw redirect(localPath(language, "/tindak-lanjut/kalender"), {
      status: 303,
      headers: flash("warn", t.again),
    });
  }
  await revokeCalendarAddress(app, actor, of);
  throw redirect(localPath(language, "/tindak-lanjut/kalender"), {
    status: 303,
    headers: flash("ok", t.revoked),
  });
}

export default function CalendarPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(calendarTexts);
  const texts = useTexts(followUpTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const isMade = page.madeAt !== null;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: to("/tindak-lanjut"), label: texts.title }, { label: t.title }]}
      narrow
    >
      {actionData?.address !== undefined && (
        <Notice tone="ok">
          <p>{t.once}</p>
          <p className="code">{actionData.address}</p>
        </Notice>
      )}
      <Card>
        <p>{page.madeAt === null ? t.none : t.since(formatInstant(language, page.madeAt))}</p>
        <p className="quiet">{t.holds}</p>
        <form method="post" className="form">
          <OperationField id={page.operation} />
          <div>
            <Button {...(isMade ? { look: "plain" as const } : {})} name="aksi" value="buat">
              {isMade ? t.makeAgain : t.make}
            </Button>
          </div>
        </form>
        {isMade && (
          <form method="post">
            <OperationField id={page.revoking} />
            <Button look="plain" name="aksi" value="cabut">
              {t.revoke}
            </Button>
          </form>
        )}
      </Card>
    </Page>
  );
}
