import { jakartaDate } from "@tuwai/domain/time";
import { decideChanges, getDecileWatch, undoChanges } from "@tuwai/server/targeting";
import { data, redirect, useLocation } from "react-router";
import { decileWatchTexts } from "#language/decile-watch.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { targetingTexts } from "#language/targeting.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, EmptyState, Page, Pagination, readPage, Table, withQuery } from "#ui";
import type { Route } from "./+types/watch.page";
import { ChangeTable } from "./change-table.tsx";
import { GroupForm } from "./group-form.tsx";
import { type GroupWord, groupWords, watchGroups, wordOfGroup } from "./watch-groups.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "targeting.list.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(decileWatchTexts[languageOf(location.pathname)].title);

const readGroup = (typed: string | null): GroupWord | undefined => groupWords.find((word) => word === typed);

function askedOf(word: GroupWord | undefined) {
  if (word === undefined) return {};
  const { kind, direction } = watchGroups[word];
  return { kind, ...(direction === null ? {} : { direction }) };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const asked = { ...askedOf(readGroup(searchParams.get("kelompok"))), page: readPage(searchParams) };
  const { watch, groups, shown, rows, page, pages, decisions } = await getDecileWatch(app, actor, asked);
  return {
    watch,
    groups: groupWords.flatMap((word) => {
      const group = groups.find((each) => wordOfGroup(each) === word);
      return group === undefined ? [] : [{ word, open: group.open, decided: group.decided }];
    }),
    shown: shown === null ? null : (wordOfGroup(shown) ?? null),
    rows,
    page,
    pages,
    operation: app.newId(),
    decisions: decisions.map((decision) => ({
      ...decision,
      word: wordOfGroup(decision)!,
      on: jakartaDate(decision.decidedAt.getTime()),
      operation: app.newId(),
    })),
  };
}

/** A group is decided at once, or a decision is taken back. */
export async function action({ request, context }: Route.ActionArgs) {
  const { pathname } = new URL(request.url);
  const language = languageOf(pathname);
  const t = decileWatchTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const answered = (said: string) => redirect(pathname, { status: 303, headers: flash("ok", said) });
  const targetingDecisionId = formText(form, "batalkan");
  if (targetingDecisionId !== "") {
    await undoChanges(app, actor, { operationId, targetingDecisionId });
    throw answered(t.undone);
  }
  const asked = { kind: "", ...askedOf(readGroup(formText(form, "kelompok"))) };
  const verdict = formText(form, "putusan");
  const answer = await decideChanges(app, actor, { operationId, verdict, ...asked });
  if (answer.outcome === "refused") return data({ error: t.refused[answer.reasons[0]!] }, 422);
  throw answered(t.done(formatNumber(language, answer.count)));
}

type Data = Route.ComponentProps["loaderData"];

export default function WatchPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(decileWatchTexts);
  const back = useTexts(targetingTexts).title;
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  const { watch, shown } = page;
  const open = page.groups.reduce((sum, group) => sum + group.open, 0);
  const finding =
    watch === null ? t.finding.none : open === 0 ? t.finding.calm : t.finding.open(number(open));
  return (
    <Page
      title={`${t.title}: ${finding}`}
      lead={t.lead}
      crumbs={[{ href: to("/dasbor/sasaran"), label: back }, { label: t.title }]}
    >
      {watch === null ? (
        <EmptyState title={t.finding.none}>
          <p>{t.fills}</p>
        </EmptyState>
      ) : (
        <>
          <p className="quiet">
            {t.size(number(watch.repeated), number(watch.missing), number(watch.fresh))}{" "}
            {!watch.isWhole && t.part}
          </p>
          <Groups page={page} />
          {shown !== null && page.rows.length > 0 && (
            <Card title={t.groups[shown]}>
              <ChangeTable rows={page.rows} group={shown} />
              <Pagination page={page.page} pages={page.pages} />
              <GroupForm
                group={shown}
                open={page.groups.find(({ word }) => word === shown)?.open ?? 0}
                operation={page.operation}
                error={actionData?.error}
              />
            </Card>
          )}
          <Decisions page={page} />
        </>
      )}
    </Page>
  );
}

function Groups({ page }: { readonly page: Data }) {
  const t = useTexts(decileWatchTexts);
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const number = (n: number) => formatNumber(language, n);
  return (
    <Card title={t.groupsTitle}>
      <Table
        caption={t.caption}
        rows={page.groups}
        keyOf={({ word }) => word}
        columns={[
          {
            key: "group",
            head: t.columns.group,
            cell: ({ word, open }) =>
              open === 0 ? (
                t.groups[word]
              ) : (
                <a href={pathname + withQuery(search, { kelompok: word, hal: null })}>{t.groups[word]}</a>
              ),
          },
          { key: "open", head: t.columns.open, number: true, cell: ({ open }) => number(open) },
          { key: "decided", head: t.columns.decided, number: true, cell: ({ decided }) => number(decided) },
        ]}
      />
    </Card>
  );
}

function Decisions({ page: { decisions } }: { readonly page: Data }) {
  const t = useTexts(decileWatchTexts);
  const language = useLanguage();
  if (decisions.length === 0) return null;
  return (
    <Card title={t.decisions}>
      <ul className="stack">
        {decisions.map(({ id, word, verdict, count, on, operation }) => (
          <li key={id}>
            <form method="post">
              {t.decided(
                t.groups[word],
                t.verdicts[verdict],
                formatNumber(language, count),
                formatDate(language, on),
              )}{" "}
              <OperationField id={operation} />
              <input type="hidden" name="batalkan" value={id} />
              <Button small look="plain" aria-label={t.undoOf(t.groups[word])}>
                {t.undo}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
