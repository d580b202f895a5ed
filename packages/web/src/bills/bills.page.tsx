import { may } from "@tuwai/server/access";
import { listBills } from "@tuwai/server/bills";
import { data, redirect } from "react-router";
import { askedMonth, ContributionTabs, MonthChips, seenSections } from "#contributions";
import { groupNamer } from "#groups";
import { billTexts } from "#language/bills.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import {
  Actions,
  Button,
  Disclosure,
  DownloadForm,
  EmptyState,
  ErrorSummary,
  FileField,
  type FormErrors,
  Notice,
  Page,
  Table,
} from "#ui";
import type { Route } from "./+types/bills.page";
import { BillState } from "./bill-state.tsx";
import { receiveBillFile } from "./enter-bill-file.ts";

export const handle: Handle = { access: "bill.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const month = askedMonth(app, searchParams);
  const nameOf = groupNamer(language, await villageNamer(app, actor));
  const bills = await listBills(app, actor, { month });
  return {
    title: billTexts[language].title(formatMonth(language, month)),
    month,
    bills: bills.map((bill) => ({ ...bill, name: nameOf(bill) })),
    sections: seenSections(actor),
    operation: may(actor, "bill.write") ? app.newId() : null,
  };
}

/** A file of bills for the month in the address. */
export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const month = askedMonth(app, searchParams);
  const answer = await receiveBillFile(app, actor, { request, month, language });
  if ("errors" in answer) return data(answer, 422);
  const path = localPath(language, `/iuran/tagihan?bulan=${month}`);
  throw redirect(path, { status: 303, headers: flash("ok", answer.done) });
}

export default function BillsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(billTexts);
  const to = useLocalPath();
  const at = (month: string) => to(`/iuran/tagihan?bulan=${month}`);
  return (
    <Page title={page.title} lead={t.lead}>
      <ErrorSummary errors={actionData?.errors} />
      <ContributionTabs here="bills" seen={page.sections} />
      <MonthChips month={page.month} at={at} />
      <Otherwise page={page} />
      {page.bills.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <>
          <BillTable page={page} />
          {page.operation !== null && (
            <UploadForm operation={page.operation} action={at(page.month)} errors={actionData?.errors} />
          )}
          <DownloadForm action={to(`/iuran/tagihan/${page.month}/berkas`)} says={t.file.says} />
        </>
      )}
    </Page>
  );
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

/** Money of these months that came under no code that is noted: it is at BPJS, and no bill can be held against it. */
function Otherwise({ page: { bills } }: PageData) {
  const t = useTexts(billTexts);
  const language = useLanguage();
  const sum = bills.reduce((all, { receivedOtherwise }) => all + receivedOtherwise, 0);
  return sum === 0 ? null : <Notice>{t.otherwise(formatRupiah(language, sum))}</Notice>;
}

function UploadForm(props: {
  readonly operation: string;
  readonly action: string;
  readonly errors: FormErrors | undefined;
}) {
  const t = useTexts(billTexts).upload;
  const error = props.errors?.["berkas"];
  return (
    <Disclosure summary={t.title} isOpen={error !== undefined}>
      <p>{t.what}</p>
      <form method="post" action={props.action} encType="multipart/form-data" className="form" noValidate>
        <OperationField id={props.operation} />
        <FileField name="berkas" label={t.file} hint={t.hint} accept=".xlsx,.csv,.tsv,.ods" error={error} />
        <Actions>
          <Button>{t.send}</Button>
        </Actions>
      </form>
    </Disclosure>
  );
}

function BillTable({ page: { bills, month } }: PageData) {
  const t = useTexts(billTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const sumOf = (of: (bill: (typeof bills)[number]) => number) =>
    bills.reduce((all, bill) => all + of(bill), 0);
  return (
    <Table
      caption={t.caption(formatNumber(language, bills.length))}
      rows={bills}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "group",
          head: t.columns.group,
          cell: ({ key, name }) => <a href={to(`/iuran/tagihan/${month}/${key}`)}>{name}</a>,
          total: t.total,
        },
        {
          key: "workers",
          head: t.columns.workers,
          number: true,
          cell: ({ workers }) => formatNumber(language, workers),
          total: formatNumber(
            language,
            sumOf(({ workers }) => workers),
          ),
        },
        {
          key: "owed",
          head: t.columns.owed,
          number: true,
          cell: ({ owed }) => rupiah(owed),
          total: rupiah(sumOf(({ owed }) => owed)),
        },
        {
          key: "billed",
          head: t.columns.billed,
          number: true,
          cell: ({ billed }) => (billed === null ? t.noBill : rupiah(billed)),
          total: rupiah(sumOf(({ billed }) => billed ?? 0)),
        },
        {
          key: "received",
          head: t.columns.received,
          number: true,
          cell: ({ received }) => rupiah(received),
          total: rupiah(sumOf(({ received }) => received)),
        },
        { key: "state", head: t.columns.state, cell: ({ state }) => <BillState state={state} />, total: "" },
      ]}
    />
  );
}
