import { yearToPromise } from "@tuwai/domain/commitments";
import { basisOn, type MeetingTemplate, meetingTemplates, templateOf } from "@tuwai/domain/meetings";
import { addDays } from "@tuwai/domain/time";
import { planMeeting } from "@tuwai/server/meetings";
import { data, redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { meetingPlanTexts } from "#language/meeting-plan.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, ErrorSummary, LinkChips, Page } from "#ui";
import type { Route } from "./+types/plan.page";
import { AgendaLines, MeetingFields } from "./meeting-form.tsx";
import {
  agendaLines,
  errorsOf,
  groupsIn,
  itemsIn,
  readMeetingForm,
  typedMeeting,
} from "./read-meeting-form.ts";

export const handle: Handle = { access: "meeting.prepare" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(meetingPlanTexts[languageOf(location.pathname)].newTitle);

/** In addresses. */
const slugs: Readonly<Record<MeetingTemplate, string>> = {
  offices: "bpd-kader",
  apparatus: "aparatur",
  quarter: "triwulan",
};

export function loader({ request, context }: Route.LoaderArgs) {
  const [app] = forUseCase(context);
  const asked = new URL(request.url).searchParams.get("templat");
  const template = meetingTemplates.find((one) => slugs[one] === asked) ?? "offices";
  const today = app.clock.today();
  const { title, groups, items, asksFor } = templateOf(template);
  const year = asksFor === "this-year" ? Number(today.slice(0, 4)) : yearToPromise(today);
  const lines = items.flatMap((item, at) => [
    [`acara-${at + 1}`, item.title],
    [`menit-${at + 1}`, String(item.minutes)],
    [`penyaji-${at + 1}`, item.presenter],
  ]);
  return {
    template,
    groups: groups as readonly string[],
    // Two weeks: what a letter and the villages' numbers need.
    filled: {
      judul: title(year),
      tanggal: addDays(today, 14),
      mulai: "09.00",
      selesai: "12.00",
      tahun: String(year),
      dasar: basisOn(today),
      ...(Object.fromEntries(lines) as Record<string, string>),
    } as Readonly<Record<string, string>>,
    operation: app.newId(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = meetingPlanTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await planMeeting(app, actor, {
    operationId: readOperationId(form, app),
    ...readMeetingForm(form),
    items: itemsIn(form),
  });
  if (answer.outcome === "refused") {
    const errors = errorsOf(answer.reasons, t.errors);
    return data({ errors, typed: typedMeeting(form), groups: groupsIn(form) }, 422);
  }
  throw redirect(localPath(language, `/rakor/${answer.meetingCode}`), {
    status: 303,
    headers: flash("ok", t.saved),
  });
}

export default function PlanPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(meetingPlanTexts);
  const list = useTexts(meetingTexts).title;
  const to = useLocalPath();
  const typed = actionData?.typed ?? page.filled;
  return (
    <Page
      title={t.newTitle}
      lead={t.newLead}
      narrow
      crumbs={[{ href: to("/rakor"), label: list }, { label: t.newTitle }]}
    >
      <LinkChips
        label={t.templates}
        choices={meetingTemplates.map((template) => ({
          href: to(`/rakor/baru?templat=${slugs[template]}`),
          label: t.template[template],
          current: template === page.template,
        }))}
      />
      <ErrorSummary errors={actionData?.errors} />
      {/* Another template fills the form anew. */}
      <form method="post" className="form" noValidate key={page.template}>
        <OperationField id={page.operation} />
        <MeetingFields
          typed={typed}
          errors={actionData?.errors ?? {}}
          groups={actionData?.groups ?? page.groups}
        />
        <AgendaLines typed={typed} lines={agendaLines} />
        <Button>{t.save}</Button>
      </form>
    </Page>
  );
}
