import { ContributionTabs, MonthChips } from "#contributions";
import { contributionTexts } from "#language/contributions.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { monthRunTexts } from "#language/month-runs.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { ButtonLink, EmptyState, Page, Table } from "#ui";
import type { PeriodData } from "./period-data.ts";
import { RunCard } from "./run-card.tsx";
import { RunTable } from "./run-table.tsx";

/** One month in one look. */
export function PeriodView({ page }: PageData) {
  const t = useTexts(monthRunTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const at = (month: string) => to(`/iuran/periode/${month}`);
  const missing = page.sum.owedRupiah - page.sum.paidRupiah;
  return (
    <Page
      title={missing <= 0 ? page.title : t.finding(formatRupiah(language, missing), page.title)}
      lead={<Lead page={page} />}
      actions={
        missing > 0 && page.seesArrears ? (
          <ButtonLink href={to("/kepesertaan/tunggakan")}>{t.seeArrears}</ButtonLink>
        ) : undefined
      }
    >
      <ContributionTabs here="period" seen={page.sections} />
      <MonthChips month={page.month} at={at} />
      {page.lines.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Lines page={page} />
      )}
      {page.canRun && (
        <RunCard
          preview={page.preview}
          previewTo={page.previewTo}
          run={page.runs[0]}
          operation={page.operation}
          to={at(page.month)}
        />
      )}
      <RunTable runs={page.runs} />
    </Page>
  );
}

type PageData = { readonly page: PeriodData };

function Lead({ page: { sum } }: PageData) {
  const t = useTexts(monthRunTexts);
  const language = useLanguage();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const missing = sum.owedRupiah - sum.paidRupiah;
  if (sum.owedRupiah === 0) return t.leadNone;
  if (missing <= 0) return t.leadAll(rupiah(sum.owedRupiah));
  return [
    t.lead(rupiah(sum.paidRupiah), rupiah(sum.owedRupiah)),
    t.leadMissing(formatNumber(language, sum.owedWorkers - sum.paidWorkers)),
  ].join(" ");
}

function Lines({ page: { lines, sum } }: PageData) {
  const t = useTexts(monthRunTexts);
  const sources = useTexts(contributionTexts).fundSources;
  const language = useLanguage();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  return (
    <Table
      caption={t.caption}
      rows={lines}
      keyOf={({ fundSource }) => fundSource}
      columns={[
        { key: "source", head: t.columns.source, cell: (line) => sources[line.fundSource], total: t.total },
        {
          key: "workers",
          head: t.columns.workers,
          number: true,
          cell: (line) => formatNumber(language, line.owedWorkers),
          total: formatNumber(language, sum.owedWorkers),
        },
        {
          key: "owed",
          head: t.columns.owed,
          number: true,
          cell: (line) => rupiah(line.owedRupiah),
          total: rupiah(sum.owedRupiah),
        },
        {
          key: "paid",
          head: t.columns.paid,
          number: true,
          cell: (line) => rupiah(line.paidRupiah),
          total: rupiah(sum.paidRupiah),
        },
        {
          key: "missing",
          head: t.columns.missing,
          number: true,
          cell: (line) => rupiah(line.owedRupiah - line.paidRupiah),
          total: rupiah(sum.owedRupiah - sum.paidRupiah),
        },
      ]}
    />
  );
}
