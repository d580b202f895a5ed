import { may } from "@tuwai/server/access";
import { getMinutes, type MeetingMinutes } from "@tuwai/server/minutes";
import { data, redirect } from "react-router";
import { dayOf } from "#language/day-of.ts";
import { formatDate, formatInstant } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { meetingTexts } from "#language/meetings.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { Card, Disclosure, EmptyState, ErrorSummary, Page, Tag } from "#ui";
import type { Route } from "./+types/minutes.page";
import { MeetingTabs, tabsOf } from "#meetings";
import { actOnMinutes } from "./act-on-minutes.ts";
import { FilesCard } from "./files-card.tsx";
import { MakeForm, NextStep } from "./next-step.tsx";
import { PaperView } from "./paper-view.tsx";
import { RepliesCard } from "./replies-card.tsx";
import { askedRevision } from "./asked-revision.ts";
import { SumCard } from "./sum-card.tsx";
import { TextsCard } from "./texts-card.tsx";

export const handle: Handle = { access: "minutes.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const found = await getMinutes(app, actor, { meetingCode: params.kode, ...askedRevision(searchParams) });
  return {
    ...found,
    title: minutesTexts[languageOf(pathname)].pageTitle(found.meeting.title),
    tabs: tabsOf(actor),
    mayWrite: may(actor, "minutes.write"),
    mayReply: may(actor, "minutes.reply"),
    mayLock: may(actor, "village_commitment.lock"),
    isNewest: found.minutes === null || found.minutes.id === found.revisions[0]?.id,
    operation: app.newId(),
    otherOperation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await actOnMinutes(app, actor, { form, language, meetingCode: params.kode });
  if ("errors" in answer) {
    const typed = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    );
    return data({ errors: answer.errors, typed }, 422);
  }
  throw redirect(localPath(language, `/rakor/${params.kode}/berita-acara`), {
    status: 303,
    headers: flash("ok", answer.done),
  });
}

export default function MinutesPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(minutesTexts);
  const meetings = useTexts(meetingTexts);
  const to = useLocalPath();
  const { meeting, minutes } = page;
  const errors = actionData?.errors ?? {};
  const typed = actionData?.typed ?? {};
  const base = to(`/rakor/${meeting.code}/berita-acara`);
  return (
    <Page
      title={minutes?.number ?? t.title}
      lead={<Lead minutes={minutes} />}
      crumbs={[
        { href: to("/rakor"), label: meetings.title },
        { href: to(`/rakor/${meeting.code}`), label: meeting.title },
        { label: t.title },
      ]}
    >
      <MeetingTabs code={meeting.code} here="minutes" tabs={page.tabs} />
      <ErrorSummary errors={errors} />
      {minutes === null ? (
        <NoMinutes page={page} />
      ) : (
        <>
          {page.isNewest && page.mayWrite && (
            <NextStep
              minutes={minutes}
              meetingYear={meeting.year}
              year={page.year}
              days={page.objectionDays}
              mayLock={page.mayLock}
              operation={page.operation}
              otherOperation={page.otherOperation}
              errors={errors}
              typed={typed}
            />
          )}
          <SumCard minutes={minutes} withGaps={page.mayWrite && minutes.finalAt === null} />
          <RepliesCard
            minutes={minutes}
            mayReply={page.mayReply && page.isNewest}
            mayAnswer={page.mayWrite && page.isNewest && minutes.finalAt === null}
            operation={page.otherOperation}
            errors={errors}
            typed={typed}
          />
          {page.mayWrite && page.isNewest && minutes.finalAt === null && (
            <TextsCard texts={minutes.texts} base={base} />
          )}
          <FilesCard minutes={minutes} base={base} mayAdd={page.mayWrite} />
          <Disclosure summary={t.preview} isOpen={page.mayReply && minutes.state === "published"}>
            <PaperView paper={minutes.paper} />
          </Disclosure>
          {page.revisions.length > 1 && <Revisions revisions={page.revisions} base={base} />}
        </>
      )}
    </Page>
  );
}

function Lead({ minutes }: Pick<MeetingMinutes, "minutes">) {
  const t = useTexts(minutesTexts).leads;
  const language = useLanguage();
  if (minutes === null) return <>{t.none}</>;
  const { state, objectionsUntil, finalAt } = minutes;
  if (state === "published") return <>{t.published(formatDate(language, objectionsUntil ?? ""))}</>;
  if (state === "final" && finalAt !== null) return <>{t.final(dayOf(language, finalAt))}</>;
  return <>{state === "draft" ? t.draft : t.replaced}</>;
}

type NoneProps = {
  readonly page: Pick<Route.ComponentProps["loaderData"], "meeting" | "mayWrite" | "operation">;
};

function NoMinutes({ page: { meeting, mayWrite, operation } }: NoneProps) {
  const t = useTexts(minutesTexts).make;
  const to = useLocalPath();
  if (!mayWrite)
    return (
      <EmptyState title={t.notYours}>
        <p>{t.notYoursNext}</p>
      </EmptyState>
    );
  if (meeting.openedAt === null)
    return (
      <EmptyState title={t.notBegun}>
        <p>
          <a href={to(`/rakor/${meeting.code}`)}>{t.notBegunNext}</a>
        </p>
      </EmptyState>
    );
  return (
    <Card>
      <p>{t.lead}</p>
      <MakeForm operation={operation} label={t.button} />
    </Card>
  );
}

type RevisionsProps = Pick<MeetingMinutes, "revisions"> & { readonly base: string };

function Revisions({ revisions, base }: RevisionsProps) {
  const t = useTexts(minutesTexts);
  const language = useLanguage();
  return (
    <Card title={t.revisions.title}>
      <ul className="stack">
        {revisions.map(({ id, number, revision, state, takenAt, correction }) => (
          <li key={id}>
            <a href={`${base}?revisi=${revision}`}>{number}</a>{" "}
            <Tag status={state === "final" ? "done" : state === "replaced" ? "inactive" : "process"}>
              {t.states[state]}
            </Tag>{" "}
            <span className="quiet small">{t.revisions.takenAt(formatInstant(language, takenAt))}</span>
            {correction !== null && <div>{correction}</div>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
