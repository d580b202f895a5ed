import { may } from "@tuwai/server/access";
import { listDecisions } from "@tuwai/server/follow-ups";
import { getMeeting } from "@tuwai/server/meetings";
import { DecisionForm, DecisionList } from "#follow-ups";
import { followUpTexts } from "#language/follow-ups.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, ErrorSummary, Page } from "#ui";
import type { Route } from "./+types/decisions.page";
import { actOnDecisions } from "./act-on-decisions.ts";
import { readOffer, readPlaces } from "./decision-choices.ts";
import { MeetingTabs } from "./meeting-tabs.tsx";
import { tabsOf } from "./tabs-of.ts";

export const handle: Handle = { access: "decision.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(followUpTexts[languageOf(location.pathname)].decisions.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const meetingCode = params.kode;
  const meeting = await getMeeting(app, actor, { meetingCode });
  const mayWrite = may(actor, "decision.write");
  return {
    meeting: { code: meeting.code, title: meeting.title, year: meeting.year, groups: meeting.groups },
    decisions: await listDecisions(app, actor, { meetingCode }),
    tabs: tabsOf(actor),
    mayWrite,
    offer: readOffer(languageOf(pathname), searchParams, meeting.year),
    places: mayWrite ? await readPlaces(app, actor) : [],
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const { year } = await getMeeting(app, actor, { meetingCode: params.kode });
  const path = `/rakor/${params.kode}/keputusan`;
  return actOnDecisions(app, actor, { request, path, meetingCode: params.kode, year });
}

export default function DecisionsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(followUpTexts).decisions;
  const texts = useTexts(meetingTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { meeting, decisions } = page;
  const standing = decisions.filter(({ number }) => number !== null).length;
  return (
    <Page
      title={t.title}
      lead={standing === 0 ? t.leadNone : t.lead(formatNumber(language, standing))}
      crumbs={[
        { href: to("/rakor"), label: texts.title },
        { href: to(`/rakor/${meeting.code}`), label: meeting.title },
        { label: t.title },
      ]}
    >
      <MeetingTabs code={meeting.code} here="decisions" tabs={page.tabs} />
      <ErrorSummary errors={actionData?.errors} />
      {decisions.length === 0 && (
        <EmptyState title={t.empty}>
          <p>{t.emptyNext}</p>
        </EmptyState>
      )}
      <DecisionList
        decisions={decisions}
        mayWrite={page.mayWrite}
        operation={page.operation}
        errors={actionData?.errors ?? {}}
      />
      {page.mayWrite && (
        <DecisionForm
          operation={page.operation}
          path={`/rakor/${meeting.code}/keputusan`}
          year={meeting.year}
          places={page.places}
          groups={meeting.groups}
          typed={actionData?.typed ?? page.offer}
          errors={actionData?.errors ?? {}}
        />
      )}
    </Page>
  );
}
