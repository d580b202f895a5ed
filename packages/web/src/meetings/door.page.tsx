import { checkIn, getAttendance } from "@tuwai/server/meetings";
import { redirect } from "react-router";
import { formatTime } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { attendanceTexts } from "#language/meeting-attendance.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, ButtonLink, Page, Tag } from "#ui";
import type { Route } from "./+types/door.page";
import { timesOf } from "./meeting-words.ts";

export const handle: Handle = { access: "meeting.fill" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(attendanceTexts[languageOf(location.pathname)].door.title);

/** Where the code at the door leads: a village says for itself that it is here. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { meeting, guests } = await getAttendance(app, actor, { meetingCode: params.kode });
  const { code, title, startsAt, endsAt } = meeting;
  const own = guests.find(({ villageCode }) => villageCode === actor.scope);
  return {
    meeting: { code, title, startsAt, endsAt },
    office: own?.standsInFor ?? own?.office ?? "",
    arrivedAt: own?.arrivedAt ?? null,
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const operationId = readOperationId(await request.formData(), app);
  const { outcome } = await checkIn(app, actor, { operationId, meetingCode: params.kode });
  const t = attendanceTexts[language].door;
  throw redirect(localPath(language, `/rakor/${params.kode}/hadir`), {
    status: 303,
    headers: flash(outcome === "arrived" || outcome === "unchanged" ? "ok" : "warn", t.outcomes[outcome]),
  });
}

export default function DoorPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(attendanceTexts).door;
  const language = useLanguage();
  const to = useLocalPath();
  const { meeting, office, arrivedAt } = page;
  return (
    <Page
      title={office === "" ? t.title : office}
      lead={t.lead(meeting.title, timesOf(language, meeting))}
      narrow
    >
      {arrivedAt === null ? (
        <form method="post">
          <OperationField id={page.operation} />
          <Button>{t.button}</Button>
        </form>
      ) : (
        <>
          <p>
            <Tag status="active">{t.here(formatTime(language, arrivedAt))}</Tag>
          </p>
          <div>
            <ButtonLink href={to(`/rakor/${meeting.code}/isi`)}>{t.next}</ButtonLink>
          </div>
        </>
      )}
    </Page>
  );
}
