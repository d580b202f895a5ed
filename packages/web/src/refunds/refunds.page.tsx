import type { RefundState } from "@tuwai/domain/refunds";
import { may } from "@tuwai/server/access";
import { listRefunds, type ShownRefund } from "@tuwai/server/refunds";
import type { ReactElement } from "react";
import { data, Form, redirect, useLocation } from "react-router";
import { ContributionTabs, seenSections } from "#contributions";
import { formatDate, formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { refundTexts } from "#language/refunds.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { actionOf, flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import {
  Actions,
  Button,
  DownloadForm,
  EmptyState,
  ErrorSummary,
  LinkChips,
  Page,
  Pagination,
  readPage,
  Table,
  withQuery,
} from "#ui";
import type { Route } from "./+types/refunds.page";
import { AnswerForm } from "./answer-form.tsx";
import { answerLine, askChosen, askShown, takeAnswerBack } from "./refund-actions.ts";
import { answerWords, payerWords } from "./refund-words.ts";

export const handle: Handle = { access: "refund.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(refundTexts[languageOf(location.pathname)].title);

const states: readonly RefundState[] = ["to-ask", "asked", "answered", "closed"];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const state = states.find((known) => known === searchParams.get("keadaan"));
  const page = readPage(searchParams);
  const list = await listRefunds(app, actor, { page, ...(state === undefined ? {} : { state }) });
  return {
    ...list,
    state: state ?? null,
    answering: list.rows.find(({ id }) => id === searchParams.get("jawab")) ?? null,
    mayAsk: may(actor, "refund.ask"),
    mayAnswer: may(actor, "refund.answer"),
    sections: seenSections(actor),
    operation: app.newId(),
    answerOperation: app.newId(),
  };
}

const acts = { tanya: askChosen, "tanya-semua": askShown, jawab: answerLine, urungkan: takeAnswerBack };

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const form = await request.formData();
  const answer = await actionOf(form, acts)(...forUseCase(context), { form, language });
  if ("errors" in answer) return data({ errors: answer.errors }, 422);
  const back = localPath(language, "/iuran/pengembalian") + withQuery(search, { jawab: null });
  throw redirect(back, { status: 303, headers: flash(answer.tone, answer.done) });
}

export default function RefundsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(refundTexts);
  const language = useLanguage();
  const { pathname, search } = useLocation();
  return (
    <Page title={t.title} lead={t.lead}>
      <ContributionTabs here="refunds" seen={page.sections} />
      <ErrorSummary errors={actionData?.errors} />
      <LinkChips
        label={t.statesLabel}
        choices={[null, ...states].map((state) => ({
          href: pathname + withQuery(search, { keadaan: state, hal: null, jawab: null }),
          label: chipOf(page.sums, state, language, t),
          current: page.state === state,
        }))}
      />
      {page.answering !== null && page.mayAnswer && (
        <AnswerForm
          line={page.answering}
          operation={page.answerOperation}
          errors={actionData?.errors ?? {}}
        />
      )}
      {page.rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Lines page={page} />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

/** The lines, and what can be done with those that nobody has asked about. */
function Lines({ page }: PageData) {
  const t = useTexts(refundTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const toAsk = page.rows.filter(({ state }) => state === "to-ask");
  const shown = page.sums.filter(({ state }) => page.state === null || state === page.state);
  const sum = (of: (one: (typeof shown)[number]) => number) => shown.reduce((all, one) => all + of(one), 0);
  return (
    <>
      <p>
        {t.sum(
          formatNumber(
            language,
            sum(({ lines }) => lines),
          ),
          formatRupiah(
            language,
            sum(({ rupiah }) => rupiah),
          ),
        )}
      </p>
      <Form method="post" className="stack" id="tanyakan">
        <OperationField id={page.operation} />
        {toAsk.map(({ id }) => (
          <input key={id} type="hidden" name="tampil" value={id} />
        ))}
      </Form>
      <RefundTable
        rows={page.rows}
        mayAsk={page.mayAsk}
        mayAnswer={page.mayAnswer}
        operation={page.operation}
      />
      {page.mayAsk && toAsk.length > 0 && (
        <>
          <p className="quiet small">{t.askHint}</p>
          <Actions>
            <Button form="tanyakan" name="aksi" value="tanya-semua">
              {t.askAll(formatNumber(language, toAsk.length))}
            </Button>
            <Button form="tanyakan" name="aksi" value="tanya" look="plain">
              {t.askChosen}
            </Button>
          </Actions>
        </>
      )}
      <DownloadForm action={to("/iuran/pengembalian/berkas")} says={t.fileSays} />
    </>
  );
}

type Sums = Route.ComponentProps["loaderData"]["sums"];

function chipOf(
  sums: Sums,
  state: RefundState | null,
  language: ReturnType<typeof useLanguage>,
  t: (typeof refundTexts)["id" | "en"],
): string {
  const lines = sums.reduce((all, one) => (state === null || one.state === state ? all + one.lines : all), 0);
  return t.chip(state === null ? t.all : t.states[state], formatNumber(language, lines));
}

type TableProps = {
  readonly rows: readonly ShownRefund[];
  readonly mayAsk: boolean;
  readonly mayAnswer: boolean;
  readonly operation: string;
};

function RefundTable({ rows, mayAsk, mayAnswer, operation }: TableProps): ReactElement {
  const t = useTexts(refundTexts);
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Table
      caption={t.caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "person",
          head: t.columns.person,
          cell: (line) => <Who line={line} mayAsk={mayAsk} />,
        },
        { key: "month", head: t.columns.month, cell: ({ month }) => formatMonth(language, month) },
        {
          key: "amount",
          head: t.columns.amount,
          number: true,
          cell: ({ amountRupiah }) =>
            amountRupiah === null ? t.unknownAmount : formatRupiah(language, amountRupiah),
        },
        {
          key: "why",
          head: t.columns.why,
          phone: "wide",
          cell: ({ reason, receivedOn }) => (
            <>
              {t.reasons[reason]}
              <div className="quiet small">{t.paidOn(formatDate(language, receivedOn))}</div>
            </>
          ),
        },
        { key: "payer", head: t.columns.payer, cell: (line) => payerWords(language, line) },
        {
          key: "state",
          head: t.columns.state,
          phone: "wide",
          cell: (line) => (
            <>
              {answerWords(language, line) ?? t.states[line.state]}
              {mayAnswer && line.state === "asked" && (
                <div>
                  <a href={to(`/iuran/pengembalian?keadaan=asked&jawab=${line.id}#jawab`)}>{t.answer}</a>
                </div>
              )}
              {mayAnswer && line.state === "answered" && (
                <Form method="post">
                  <OperationField id={operation} />
                  <input type="hidden" name="pengembalian" value={line.id} />
                  <input type="hidden" name="versi" value={line.version} />
                  <Button name="aksi" value="urungkan" look="plain" small>
                    {t.undo}
                  </Button>
                </Form>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function Who({ line, mayAsk }: { readonly line: ShownRefund; readonly mayAsk: boolean }) {
  const t = useTexts(refundTexts);
  const to = useLocalPath();
  const { code, name } = line.person;
  const shown = name ?? code ?? "";
  return (
    <div className="choice">
      {mayAsk && line.state === "to-ask" && (
        <input type="checkbox" form="tanyakan" name="baris" value={line.id} aria-label={t.choose(shown)} />
      )}
      <span>
        {name === undefined || code === undefined ? shown : <a href={to(`/pekerja/${code}`)}>{name}</a>}
      </span>
    </div>
  );
}
