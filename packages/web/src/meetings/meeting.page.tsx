import type { App } from "@tuwai/server/app";
import { checkNumbers, closeMeeting, inviteToMeeting, openMeeting } from "@tuwai/server/meetings";
import { redirect } from "react-router";
import { CarriedOverCard } from "#follow-ups";
import { formatNumber } from "#language/format.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import {
  actionOf,
  cardContext,
  flash,
  forUseCase,
  type Handle,
  OperationField,
  pageMeta,
  readOperationId,
} from "#shell";
import { Actions, Button, ButtonLink, Card, DescriptionList, Disclosure, Page } from "#ui";
import type { Route } from "./+types/meeting.page";
import { MeetingTabs } from "./meeting-tabs.tsx";
import { askedOf, timesOf } from "./meeting-words.ts";
import { OwnNumbers } from "./own-numbers.tsx";
import { ReadinessCard } from "./readiness-card.tsx";
import { MeetingStateTag } from "./state-tag.tsx";
import { type HomeData, loadMeeting } from "./load-meeting.ts";

export const handle: Handle = { access: "meeting.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.meeting.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { origin } = new URL(request.url);
  return loadMeeting(app, actor, {
    meetingCode: params.kode,
    origin,
    isCard: context.get(cardContext) !== null,
  });
}

type Act = (
  app: App,
  ...asked: Parameters<typeof openMeeting> extends [App, ...infer Rest] ? Rest : never
) => Promise<{
  readonly outcome: "opened" | "closed" | "unchanged" | "invited" | "checked";
  readonly villages?: number;
}>;
const acts: Readonly<Record<string, Act>> = {
  buka: openMeeting,
  tutup: closeMeeting,
  undang: inviteToMeeting,
  benar: checkNumbers,
};

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await actionOf(form, acts)(app, actor, {
    operationId: readOperationId(form, app),
    meetingCode: params.kode,
  });
  throw redirect(localPath(language, `/rakor/${params.kode}`), {
    status: 303,
    headers: flash("ok", saidOf(answer, language)),
  });
}

function saidOf({ outcome, villages = 0 }: Awaited<ReturnType<Act>>, language: Language): string {
  const t = meetingTexts[language].home;
  if (outcome === "invited") return t.invite.done(formatNumber(language, villages));
  return outcome === "checked" ? t.own.thanks : t[outcome];
}

type PageData = { readonly page: HomeData };

export default function MeetingPage({ loaderData: page }: Route.ComponentProps) {
  const texts = useTexts(meetingTexts);
  const t = texts.home;
  const language = useLanguage();
  const to = useLocalPath();
  const { meeting, villages } = page;
  const number = (n: number) => formatNumber(language, n);
  const declared = texts.list.checked(number(page.declared), number(villages.length));
  return (
    <Page
      title={meeting.title}
      lead={`${t.state[meeting.state]} ${page.own === null ? declared : ""}`}
      crumbs={[{ href: to("/rakor"), label: texts.title }, { label: meeting.title }]}
    >
      <MeetingTabs code={meeting.code} here="preparation" tabs={page.tabs} />
      <CarriedOverCard carried={page.carried} isCard={page.isCard} />
      {page.own !== null && meeting.state !== "draft" && (
        <OwnNumbers meeting={meeting} own={page.own} operation={page.operation} isCard={page.isCard} />
      )}
      <NextStep page={page} />
      {page.mayPrepare && meeting.state === "draft" && <InviteCard page={page} />}
      {page.own === null && meeting.state !== "draft" && <ReadinessCard page={page} />}
      <Facts page={page} />
    </Page>
  );
}

/** What whoever runs the meeting does now. Closing is one fold away: it ends the cards and cannot be taken back. */
function NextStep({ page }: PageData) {
  const t = useTexts(meetingTexts).home;
  const to = useLocalPath();
  const { meeting } = page;
  const here = to(`/rakor/${meeting.code}`);
  if (meeting.state === "closed" && page.mayMakeMinutes)
    return (
      <div>
        <ButtonLink href={`${here}/berita-acara`}>{t.minutes}</ButtonLink>
      </div>
    );
  if (!page.mayRun) return null;
  if (meeting.state === "invited")
    return (
      <form method="post">
        <OperationField id={page.operation} />
        <Button name="aksi" value="buka">
          {t.open}
        </Button>
      </form>
    );
  if (meeting.state !== "open") return null;
  return (
    <Card>
      <Actions>
        <ButtonLink href={`${here}/agenda`}>{t.run}</ButtonLink>
        <ButtonLink look="plain" href={`${here}/papan`}>
          {t.type}
        </ButtonLink>
      </Actions>
      <Disclosure summary={t.close}>
        <p>{t.closeLead}</p>
        <form method="post">
          <OperationField id={page.operation} />
          <Button look="plain" name="aksi" value="tutup">
            {t.closeNow}
          </Button>
        </form>
      </Disclosure>
    </Card>
  );
}

/** The one next step of a draft. */
function InviteCard({ page }: PageData) {
  const t = useTexts(meetingTexts).home;
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Card title={t.invite.title}>
      <p>{t.invite.lead(formatNumber(language, page.villages.length))}</p>
      <form method="post">
        <OperationField id={page.otherOperation} />
        <Actions>
          <Button name="aksi" value="undang">
            {t.invite.button}
          </Button>
          <ButtonLink look="plain" href={to(`/rakor/${page.meeting.code}/agenda`)}>
            {t.more.agenda}
          </ButtonLink>
          <ButtonLink look="plain" href={to(`/rakor/${page.meeting.code}/ubah`)}>
            {t.edit}
          </ButtonLink>
        </Actions>
      </form>
    </Card>
  );
}

function Facts({ page }: PageData) {
  const t = useTexts(meetingTexts).home;
  const language = useLanguage();
  const to = useLocalPath();
  const { meeting } = page;
  const orNone = (text: string | null) => (text === null || text === "" ? t.notYet : text);
  const here = `/rakor/${meeting.code}`;
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
          { name: t.facts.letter, value: orNone(meeting.letterNumber) },
          { name: t.facts.code, value: meeting.code },
          ...(page.maySeeGuests
            ? [
                {
                  name: t.letter.title,
                  value: (
                    <>
                      <a href={to(`${here}/undangan?kertas=a4`)}>{t.letter.a4}</a> ·{" "}
                      <a href={to(`${here}/undangan?kertas=f4`)}>{t.letter.f4}</a>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Actions>
        {page.mayPrepare && meeting.state !== "draft" && meeting.state !== "closed" && (
          <ButtonLink look="plain" small href={to(`${here}/ubah`)}>
            {t.edit}
          </ButtonLink>
        )}
        {page.mayMakeCards && meeting.state !== "closed" && (
          <ButtonLink look="plain" small href={to(`${here}/kartu`)}>
            {t.more.cards}
          </ButtonLink>
        )}
        {page.mayRun && meeting.state !== "closed" && (
          <ButtonLink look="plain" small href={to(`${here}/pintu`)}>
            {t.more.slide}
          </ButtonLink>
        )}
      </Actions>
    </Card>
  );
}
