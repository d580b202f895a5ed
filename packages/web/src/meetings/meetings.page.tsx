import { may } from "@tuwai/server/access";
import { countHall, listMeetings, type Meeting } from "@tuwai/server/meetings";
import { formatInstant, formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { Actions, ButtonLink, Card, EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/meetings.page";
import { askedOf, timesOf } from "./meeting-words.ts";
import { MeetingStateTag } from "./state-tag.tsx";

export const handle: Handle = { access: "meeting.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(meetingTexts[languageOf(location.pathname)].title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const all = await listMeetings(app, actor);
  const coming = all.filter(({ state }) => state !== "closed").toReversed();
  const next = coming.find(({ state }) => state === "open") ?? coming[0] ?? null;
  const hall = next === null ? null : await countHall(app, actor, { meetingCode: next.code });
  return {
    next,
    declared: hall?.declared ?? 0,
    villages: hall?.villages ?? 0,
    others: coming.filter(({ id }) => id !== next?.id),
    past: all.filter(({ state }) => state === "closed"),
    mayFill: may(actor, "meeting.fill"),
    mayPlan: may(actor, "meeting.prepare"),
  };
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

export default function MeetingsPage({ loaderData: page }: Route.ComponentProps) {
  const texts = useTexts(meetingTexts);
  const t = texts.list;
  const language = useLanguage();
  const to = useLocalPath();
  const { next } = page;
  const lead =
    next === null
      ? t.leadNone
      : next.state === "open"
        ? t.leadOpen(next.title)
        : t.lead(next.title, formatInstant(language, next.startsAt));
  const isEmpty = next === null && page.past.length === 0;
  return (
    <Page
      title={texts.title}
      lead={lead}
      actions={
        page.mayPlan && (
          <ButtonLink look={next === null ? "main" : "plain"} href={to("/rakor/baru")}>
            {t.plan}
          </ButtonLink>
        )
      }
    >
      {next !== null && <NextMeeting page={page} next={next} />}
      {isEmpty && (
        <EmptyState title={t.none}>
          <p>{page.mayPlan ? t.noneNextPlan : t.noneNext}</p>
        </EmptyState>
      )}
      {page.others.length > 0 && <MeetingTable caption={t.others} rows={page.others} />}
      {page.past.length > 0 && <MeetingTable caption={t.past} rows={page.past} />}
    </Page>
  );
}

/** One meeting, one number, one next step. */
function NextMeeting({ page, next }: PageData & { readonly next: Meeting }) {
  const t = useTexts(meetingTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  return (
    <Card title={next.title}>
      <p>
        <MeetingStateTag state={next.state} /> {timesOf(language, next)}
      </p>
      <p className="figure-number">
        {number(page.declared)}/{number(page.villages)}
      </p>
      <p>{t.list.checked(number(page.declared), number(page.villages))}</p>
      <Actions>
        {page.mayFill && next.state === "open" && (
          <ButtonLink href={to(`/rakor/${next.code}/isi`)}>{t.home.own.fill}</ButtonLink>
        )}
        <ButtonLink
          look={page.mayFill && next.state === "open" ? "plain" : "main"}
          href={to(`/rakor/${next.code}`)}
        >
          {t.next[next.state]}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

function MeetingTable({ caption, rows }: { readonly caption: string; readonly rows: readonly Meeting[] }) {
  const t = useTexts(meetingTexts).list.columns;
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "meeting",
          head: t.meeting,
          cell: (row) => <a href={to(`/rakor/${row.code}`)}>{row.title}</a>,
        },
        { key: "when", head: t.when, cell: (row) => formatInstant(language, row.startsAt) },
        { key: "groups", head: t.groups, cell: (row) => askedOf(language, row) },
        { key: "state", head: t.state, cell: (row) => <MeetingStateTag state={row.state} /> },
      ]}
    />
  );
}
