import { openPurposes } from "@tuwai/domain/families";
import { may } from "@tuwai/server/access";
import { type ChildThread, getChild, openChild } from "@tuwai/server/families";
import { data, redirect } from "react-router";
import { familyTexts } from "#language/families.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { handoverTexts } from "#language/handovers.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { type FailedAct, flash, forUseCase, formText, type Handle, pageMeta } from "#shell";
import { Card, Notice, Page, Tag } from "#ui";
import type { Route } from "./+types/child.page";
import { actOnChild, childActs } from "./act-on-child.ts";
import { CalendarBar } from "./calendar-bars.tsx";
import { ChildFacts, useNext } from "./child-facts.tsx";
import { ConsentForm, LetterForm, SchoolForm, StopForm, VerifyForm } from "./child-forms.tsx";
import { GuardianCard } from "./guardian-card.tsx";
import { calledIn } from "./member-cards.tsx";
import { OpenCard } from "./open-card.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "orphan.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const t = familyTexts[languageOf(new URL(request.url).pathname)];
  const thread = await getChild(app, actor, { childCode: params.kode });
  const nameOf = await villageNamer(app, actor);
  return {
    title: t.child.title(thread.child.childCode),
    thread,
    mayHandOver: may(actor, "handover.read"),
    village: nameOf(thread.child.villageCode) ?? thread.child.villageCode,
    today: app.clock.today(),
    operations: Object.fromEntries(childActs.map((act) => [act, app.newId()])),
  };
}

type Answer = { readonly failed?: FailedAct; readonly opened?: ChildThread; readonly openError?: string };

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const { kode } = params;
  if (formText(form, "tindakan") === "buka") {
    const purpose = formText(form, "untuk");
    if (!openPurposes.some((known) => known === purpose))
      return data<Answer>({ openError: familyTexts[language].open.missing }, 422);
    return data<Answer>({ opened: await openChild(app, actor, { childCode: kode, purpose }) });
  }
  const answer = await actOnChild(app, actor, { form, kode, language });
  if (answer !== null && "error" in answer) return data<Answer>({ failed: answer }, 422);
  const to = localPath(language, `/yatim/${kode}`);
  throw redirect(to, { status: 303, headers: answer === null ? {} : flash("ok", answer.done) });
}

/** One child on one screen; it outlives the claim. */
export default function ChildPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(familyTexts);
  const handover = useTexts(handoverTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const answer: Answer = actionData ?? {};
  const thread = answer.opened ?? page.thread;
  const { child, can } = thread;
  const forms = { operations: page.operations, failed: answer.failed, today: page.today };
  const called = calledIn(child, t.erased);
  return (
    <Page
      title={page.title}
      lead={t.child.lead(called, t.age(formatNumber(language, child.age)))}
      crumbs={[{ href: to("/yatim"), label: t.register.title }, { label: `YT-${child.childCode}` }]}
    >
      <p>
        <Tag status={child.isOrphan ? "process" : "done"}>
          {child.isOrphan ? t.child.orphan : t.child.followed}
        </Tag>{" "}
        <strong>{t.child.next}:</strong> {useNext(child)}
      </p>
      {child.exitOn !== null && <Notice>{t.child.left(formatDate(language, child.exitOn))}</Notice>}
      {can.open && <OpenCard isOpen={thread.isOpen} error={answer.openError} />}
      <div className="columns">
        <div className="stack">
          <ChildFacts thread={thread} village={page.village} />
          <GuardianCard child={child} forms={forms} mayWrite={can.follow} />
          {can.follow && <ConsentForm child={child} forms={forms} />}
          {can.follow && child.verifiedAt === null && <VerifyForm forms={forms} />}
        </div>
        <div className="stack">
          {page.mayHandOver && (
            <p>
              <a href={to(`/yatim/${child.childCode}/serah-terima`)}>{handover.section}</a>
            </p>
          )}
          <Card title={t.calendar.title}>
            <CalendarBar child={child} title={called} />
            {child.calendar !== null && <p className="quiet small">{t.calendar.condition}</p>}
          </Card>
          {can.follow && <LetterForm child={child} forms={forms} />}
          <SchoolForm child={child} forms={forms} mayWrite={can.follow} />
          {can.follow && <StopForm child={child} forms={forms} />}
        </div>
      </div>
    </Page>
  );
}
