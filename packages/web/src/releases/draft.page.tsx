import { data, redirect } from "react-router";
import { may } from "@tuwai/server/access";
import { getReleaseDraft } from "@tuwai/server/releases";
import { rangeText } from "#coverage";
import { accountTexts } from "#language/accounts.ts";
import { formatMonth, formatNumber, formatPercent } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { releaseTexts } from "#language/releases.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import {
  ActForm,
  actionOf,
  type ActForms,
  type FailedAct,
  flash,
  forUseCase,
  pageMeta,
  typedIn,
  type Handle,
} from "#shell";
import { Actions, Button, Card, Disclosure, Notice, Page, Table, TextField } from "#ui";
import type { Route } from "./+types/draft.page";
import { draftActs } from "./act-on-draft.ts";
import { findingOf } from "./finding-of.ts";

export const handle: Handle = { access: "release.publish" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  const { figures, attacks, ...draft } = await getReleaseDraft(app, actor, { draftId: params.rilis });
  const { id, month, state, version, submittedRole } = draft;
  const city = figures.rows.find(({ level }) => level === "city") ?? null;
  return {
    title: releaseTexts[language].desk.draftTitle(formatMonth(language, month)),
    finding: findingOf(language, month, city),
    draft: { id, month, state, version, submittedRole },
    attacks,
    rows: figures.rows.filter(({ level }) => level !== "city"),
    maySubmit: may(actor, "release.prepare"),
    isOwn: draft.submittedBy === actor.userId,
    operations: Object.fromEntries(Object.keys(draftActs).map((act) => [act, app.newId()])),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  form.set("rilis", params.rilis);
  const answer = await actionOf(form, draftActs, "tindakan")({ app, actor, form, language });
  if ("error" in answer) return data<FailedAct>(answer, 422);
  throw redirect(localPath(language, "/admin/rilis"), { status: 303, headers: flash("ok", answer.said) });
}

/** What a release would say, what attacks on it found, and the two decisions. */
export default function DraftPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(releaseTexts).desk;
  const summaryOf = (state: PageData["draft"]["state"]): string =>
    state === "published" || state === "dropped" ? t.villagesOf[state] : t.villages;
  const to = useLocalPath();
  const forms = { operations: page.operations, failed: actionData };
  return (
    <Page
      title={page.title}
      lead={page.finding}
      crumbs={[{ href: to("/admin/rilis"), label: t.title }, { label: page.title }]}
    >
      <p>{t.states[page.draft.state]}</p>
      <Attacks attacks={page.attacks} />
      <Decisions page={page} forms={forms} />
      <Disclosure summary={summaryOf(page.draft.state)}>
        <Figures rows={page.rows} />
      </Disclosure>
    </Page>
  );
}

type PageData = Route.ComponentProps["loaderData"];

function Decisions({ page, forms }: { readonly page: PageData; readonly forms: ActForms }) {
  const t = useTexts(releaseTexts).desk;
  const { roles } = useTexts(accountTexts);
  const { draft } = page;
  const hidden = { versi: draft.version };
  const isOpen = draft.state === "prepared" || draft.state === "submitted";
  return (
    <>
      {draft.state === "prepared" && page.maySubmit && (
        <ActForm act="ajukan" forms={forms} hidden={hidden}>
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </ActForm>
      )}
      {draft.state === "submitted" &&
        (page.isOwn ? (
          <p>{t.waits(roles[draft.submittedRole as keyof typeof roles] ?? "")}</p>
        ) : (
          <ActForm act="sahkan" forms={forms} hidden={hidden}>
            <Actions>
              <Button>{t.confirm}</Button>
            </Actions>
          </ActForm>
        ))}
      {isOpen && (
        <Disclosure summary={t.drop} isOpen={forms.failed?.act === "batal"}>
          <ActForm act="batal" forms={forms} hidden={hidden}>
            <TextField
              name="alasan"
              label={t.dropReason}
              defaultValue={typedIn(forms, "batal")["alasan"] ?? ""}
              maxLength={500}
            />
            <Actions>
              <Button look="danger">{t.drop}</Button>
            </Actions>
          </ActForm>
        </Disclosure>
      )}
      {draft.state === "published" && (
        <Card title={t.notice}>
          <ActForm act="catat" forms={forms} hidden={{ bulan: draft.month }}>
            <TextField
              name="catatan"
              label={t.noticeWords}
              defaultValue={typedIn(forms, "catat")["catatan"] ?? ""}
              maxLength={1000}
            />
            <Actions>
              <Button>{t.noticeAdd}</Button>
            </Actions>
          </ActForm>
        </Card>
      )}
    </>
  );
}

function Attacks({ attacks }: Pick<PageData, "attacks">) {
  const t = useTexts(releaseTexts).desk;
  const language = useLanguage();
  const c = t.attackColumns;
  const isSafe = attacks.every(({ found }) => found === 0);
  return (
    <Card title={t.attacks}>
      <Notice tone={isSafe ? "ok" : "err"}>{isSafe ? t.safe : t.unsafe}</Notice>
      <Table
        caption={t.attacks}
        // Places were attacked first, then as many times kinds of work.
        rows={attacks.map((attack, at) => ({
          ...attack,
          of: at < attacks.length / 2 ? ("places" as const) : ("work" as const),
        }))}
        keyOf={(row) => `${row.of} ${row.attack}`}
        columns={[
          { key: "attack", head: c.attack, cell: (row) => t.attack[row.attack] },
          { key: "of", head: c.of, cell: (row) => t.attackOf[row.of] },
          { key: "tried", head: c.tried, number: true, cell: (row) => formatNumber(language, row.tried) },
          { key: "found", head: c.found, number: true, cell: (row) => formatNumber(language, row.found) },
          {
            key: "narrowest",
            head: c.narrowest,
            number: true,
            cell: (row) => (row.narrowest === null ? "–" : formatNumber(language, row.narrowest)),
          },
        ]}
      />
    </Card>
  );
}

function Figures({ rows }: Pick<PageData, "rows">) {
  const { columns } = useTexts(releaseTexts);
  const language = useLanguage();
  const range = (value: number | null) => (value === null ? "–" : rangeText(language, value));
  return (
    <Table
      caption={columns.name}
      rows={rows}
      keyOf={(row) => row.code}
      columns={[
        { key: "name", head: columns.name, cell: (row) => row.name },
        { key: "covered", head: columns.covered, number: true, cell: (row) => range(row.numerator) },
        {
          key: "listed",
          head: columns.listed,
          number: true,
          phone: "wide",
          cell: (row) => range(row.listed),
        },
        {
          key: "percent",
          head: columns.percent,
          number: true,
          cell: (row) => (row.percent === null ? "–" : formatPercent(language, row.percent)),
        },
      ]}
    />
  );
}
