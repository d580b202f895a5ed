import { may } from "@tuwai/server/access";
import { closeMeeting, getHall, openMeeting } from "@tuwai/server/meetings";
import { redirect } from "react-router";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { actionOf, flash, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, DescriptionList, Page } from "#ui";
import type { Route } from "./+types/meeting.page";
import { MeetingTabs } from "./meeting-tabs.tsx";
import { askedOf, timesOf } from "./meeting-words.ts";
import { MeetingStateTag } from "./state-tag.tsx";
import { tabsOf } from "./tabs-of.ts";

export const handle: Handle = { access: "meeting.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.meeting.title);

export async function loader({ context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { meeting, totals } = await getHall(app, actor, { meetingCode: params.kode });
  return {
    meeting,
    declared: totals.declared,
    villages: totals.villages,
    tabs: tabsOf(actor),
    mayRun: may(actor, "meeting.run"),
    operation: app.newId(),
  };
}

const acts = { buka: openMeeting, tutup: closeMeeting } as const;

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const act = actionOf(form, acts);
  const { outcome } = await act(app, actor, {
    operationId: readOperationId(form, app),
    meetingCode: params.kode,
  });
  throw redirect(localPath(language, `/rakor/${params.kode}`), {
    status: 303,
    headers: flash("ok", meetingTexts[language].home[outcome]),
  });
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

export default function MeetingPage({ loaderData: page }: Route.ComponentProps) {
  const texts = useTexts(meetingTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { meeting } = page;
  const number = (n: number) => formatNumber(language, n);
  const declared = texts.list.checked(number(page.declared), number(page.villages));
  return (
    <Page
      title={meeting.title}
      lead={`${texts.home.state[meeting.state]} ${declared}`}
      crumbs={[{ href: to("/rakor"), label: texts.title }, { label: meeting.title }]}
    >
      <MeetingTabs code={meeting.code} here="preparation" tabs={page.tabs} />
      <Facts page={page} />
      {page.mayRun && meeting.state !== "closed" && (
        <form method="post">
          <OperationField id={page.operation} />
          <Button look="plain" name="aksi" value={meeting.state === "open" ? "tutup" : "buka"}>
            {meeting.state === "open" ? texts.home.close : texts.home.open}
          </Button>
        </form>
      )}
    </Page>
  );
}

function Facts({ page: { meeting } }: PageData) {
  const t = useTexts(meetingTexts).home;
  const language = useLanguage();
  const orNone = (text: string | null) => (text === null || text === "" ? t.notYet : text);
  return (
    <Card>
      <DescriptionList
        facts={[
          {
            name: t.facts.when,
            value: (
              <>
                {timesOf(language, meeting)} <MeetingStateTag state={meeting.state} />
              </>
            ),
          },
          { name: t.facts.place, value: orNone(meeting.place) },
          { name: t.facts.groups, value: askedOf(language, meeting) },
          { name: t.facts.leader, value: orNone(meeting.leader) },
          { name: t.facts.secretary, value: orNone(meeting.secretary) },
          { name: t.facts.code, value: <span className="code">{meeting.code}</span> },
        ]}
      />
    </Card>
  );
}
