import { listBills } from "@tuwai/server/bills";
import { askedMonth, ContributionTabs, MonthChips, seenSections } from "#contributions";
import { groupNamer } from "#groups";
import { billTexts } from "#language/bills.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/bills.page";
import { BillState } from "./bill-state.tsx";

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
  };
}

export default function BillsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(billTexts);
  const to = useLocalPath();
  const at = (month: string) => to(`/iuran/tagihan?bulan=${month}`);
  return (
    <Page title={page.title} lead={t.lead}>
      <ContributionTabs here="bills" seen={page.sections} />
      <MonthChips month={page.month} at={at} />
      {page.bills.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <BillTable page={page} />
      )}
    </Page>
  );
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

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
