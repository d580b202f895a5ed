import { decideTargeting, getTargetingList, undoTargetingDecision } from "@tuwai/server/targeting";
import { jakartaDate } from "@tuwai/domain/time";
import { data, redirect, useLocation } from "react-router";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { targetingTexts } from "#language/targeting.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, pageMeta, readOperationId } from "#shell";
import { DownloadForm, LinkChips, LinkTabs, Notice, Page, Pagination, withQuery } from "#ui";
import type { Route } from "./+types/list.page";
import { readListQuery, wordOfSide } from "./list-query.ts";
import { ListTable } from "./list-table.tsx";
import { showPerson } from "./shown-person.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "targeting.list.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = targetingTexts[languageOf(pathname)].list;
  const [app, actor] = forUseCase(context);
  const query = readListQuery(searchParams);
  const list = await getTargetingList(app, actor, { villageCode: params.desa, ...query });
  return {
    ...list,
    query,
    title: t.title(list.village.name),
    people: list.people.map((person) =>
      showPerson(person, { operation: app.newId(), dayOf: (moment) => jakartaDate(moment.getTime()) }),
    ),
  };
}

/** Two things are done here: a decision is written, or taken back. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const t = targetingTexts[languageOf(pathname)].list;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const answered = (said: string) => redirect(pathname + search, { status: 303, headers: flash("ok", said) });
  const targetingDecisionId = formText(form, "batalkan");
  if (targetingDecisionId !== "") {
    await undoTargetingDecision(app, actor, { operationId, targetingDecisionId });
    throw answered(t.undone);
  }
  const recordId = formText(form, "orang");
  const answer = await decideTargeting(app, actor, {
    operationId,
    villageCode: params.desa,
    recordId,
    side: readListQuery(searchParams).side,
    decision: formText(form, `putusan-${recordId}`),
    note: formText(form, `catatan-${recordId}`),
  });
  if (answer.outcome === "refused") return data({ recordId, error: t.refused[answer.reasons[0]!] }, 422);
  throw answered(t.done);
}

export default function ListPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const texts = useTexts(targetingTexts);
  const t = texts.list;
  const language = useLanguage();
  const to = useLocalPath();
  const { pathname, search } = useLocation();
  const { query, counts, people } = page;
  const number = (n: number) => formatNumber(language, n);
  const { open } = counts[query.side];
  const finding = open === 0 ? t.nobody[query.side] : t.finding[query.side](number(open));
  return (
    <Page
      title={`${page.village.name}: ${finding}`}
      lead={t.lead}
      crumbs={[{ href: to("/dasbor/sasaran"), label: t.back }, { label: page.title }]}
    >
      <LinkTabs
        label={t.sidesLabel}
        choices={(["left-out", "better-off"] as const).map((side) => ({
          href: pathname + withQuery(search, { daftar: wordOfSide(side), putusan: null, hal: null }),
          label: t.sides[side],
          current: side === query.side,
        }))}
      />
      <LinkChips
        label={t.statesLabel}
        choices={(["open", "decided"] as const).map((state) => ({
          href: pathname + withQuery(search, { putusan: state === "decided" ? "sudah" : null, hal: null }),
          label: `${t.states[state]} (${number(counts[query.side][state])})`,
          current: (state === "decided") === query.decided,
        }))}
      />
      {actionData !== undefined && people.every(({ recordId }) => recordId !== actionData.recordId) && (
        <Notice tone="err" announce>
          {actionData.error}
        </Notice>
      )}
      {people.length === 0 ? (
        <Notice tone="ok">{t.nobody[query.side]}</Notice>
      ) : (
        <ListTable people={people} side={query.side} failed={actionData} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      {people.length > 0 && (
        <DownloadForm action={`${pathname}/berkas${withQuery(search, { hal: null })}`} says={t.export} />
      )}
    </Page>
  );
}
