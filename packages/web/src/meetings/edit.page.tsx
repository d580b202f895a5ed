import { jakartaDate } from "@tuwai/domain/time";
import { isAppError } from "@tuwai/server/app";
import { editMeeting, getMeeting } from "@tuwai/server/meetings";
import { data, redirect } from "react-router";
import { formatTime } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { meetingPlanTexts } from "#language/meeting-plan.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, ErrorSummary, Page } from "#ui";
import type { Route } from "./+types/edit.page";
import { MeetingFields } from "./meeting-form.tsx";
import { errorsOf, groupsIn, readMeetingForm, typedMeeting } from "./read-meeting-form.ts";

export const handle: Handle = { access: "meeting.prepare" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(meetingPlanTexts[languageOf(location.pathname)].editTitle);

/** "09.00" without the name of the clock. */
const hour = (at: Date) => formatTime("id", at).slice(0, 5);

export async function loader({ context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const meeting = await getMeeting(app, actor, { meetingCode: params.kode });
  return {
    meeting: { code: meeting.code, title: meeting.title, version: meeting.version },
    groups: meeting.groups as readonly string[],
    filled: {
      judul: meeting.title,
      tanggal: jakartaDate(meeting.startsAt.getTime()),
      mulai: hour(meeting.startsAt),
      selesai: hour(meeting.endsAt),
      tempat: meeting.place,
      pimpinan: meeting.leader,
      notulis: meeting.secretary,
      nomor: meeting.letterNumber ?? "",
      dasar: meeting.basis ?? "",
      tahun: String(meeting.year),
    } as Readonly<Record<string, string>>,
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = meetingPlanTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const refuse = (errors: Readonly<Record<string, string>>) =>
    data({ errors, typed: typedMeeting(form), groups: groupsIn(form) }, 422);
  try {
    const answer = await editMeeting(app, actor, {
      operationId: readOperationId(form, app),
      meetingCode: params.kode,
      version: Number(formText(form, "versi")),
      ...readMeetingForm(form),
    });
    if (answer.outcome === "over") return refuse({ "": t.errors.over });
    if (answer.outcome === "refused") return refuse(errorsOf(answer.reasons, t.errors));
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return refuse({ "": t.errors.stale });
    throw error;
  }
  throw redirect(localPath(language, `/rakor/${params.kode}`), {
    status: 303,
    headers: flash("ok", t.edited),
  });
}

export default function EditPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(meetingPlanTexts);
  const list = useTexts(meetingTexts).title;
  const to = useLocalPath();
  return (
    <Page
      title={t.editTitle}
      lead={t.editLead}
      narrow
      crumbs={[
        { href: to("/rakor"), label: list },
        { href: to(`/rakor/${page.meeting.code}`), label: page.meeting.title },
        { label: t.editTitle },
      ]}
    >
      <ErrorSummary errors={actionData?.errors} />
      <form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <input type="hidden" name="versi" value={page.meeting.version} />
        <MeetingFields
          typed={actionData?.typed ?? page.filled}
          errors={actionData?.errors ?? {}}
          groups={actionData?.groups ?? page.groups}
        />
        <Button>{t.saveEdit}</Button>
      </form>
      <p>
        <a href={to(`/rakor/${page.meeting.code}`)}>{t.back}</a>
      </p>
    </Page>
  );
}
