import { getReconciliation, type Reconciliation } from "@tuwai/server/payroll";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/report.page";
import { BatchState } from "./batch-state.tsx";

export const handle: Handle = { access: "deduction_batch.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const found = await getReconciliation(...forUseCase(context), { payrollCode: params.kode });
  const { office, month } = found.batch;
  return { title: payrollTexts[language].report.title(office, formatMonth(language, month)), ...found };
}

/** The batch on one sheet to print: what was promised, deducted, on the account and at BPJS, and how each difference ended. */
export default function ReportPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(payrollTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { batch } = page;
  const mark = t.report.lead(
    batch.code,
    formatNumber(language, batch.version),
    batch.fingerprint.slice(0, 8),
  );
  return (
    <Page
      title={page.title}
      lead={mark}
      crumbs={[
        { href: to("/iuran/potongan"), label: t.list.title },
        { href: to(`/iuran/potongan/${batch.code}`), label: batch.code },
        { label: t.batch.seeReport },
      ]}
    >
      <p>
        <BatchState state={batch.state} />
      </p>
      <Sums page={page} />
      <Transfers page={page} />
      <Ended page={page} />
      <p className="quiet small">{t.report.signed}</p>
    </Page>
  );
}

type Props = { readonly page: Reconciliation };

function Sums({ page }: Props) {
  const t = useTexts(payrollTexts);
  const language = useLanguage();
  const { totals, transfer, hasResult, isBpjsIn } = page;
  const rows = [
    { what: t.batch.steps.promised, rupiah: totals.promised, people: totals.lines },
    { what: t.batch.steps.deducted, rupiah: hasResult ? totals.deducted : null, people: null },
    { what: t.batch.steps.matched, rupiah: hasResult ? transfer.matched : null, people: null },
    { what: t.match.borne, rupiah: transfer.borne, people: null },
    { what: t.batch.steps.paid, rupiah: isBpjsIn ? totals.paid : null, people: totals.agree },
  ];
  return (
    <Table
      caption={t.report.sums}
      rows={rows}
      keyOf={({ what }) => what}
      columns={[
        { key: "what", head: t.report.what, cell: ({ what }) => what },
        {
          key: "rupiah",
          head: t.report.rupiah,
          number: true,
          cell: ({ rupiah }) => (rupiah === null ? t.batch.notYet : formatRupiah(language, rupiah)),
        },
        {
          key: "people",
          head: t.report.people,
          number: true,
          cell: ({ people }) => (people === null ? "" : formatNumber(language, people)),
        },
      ]}
    />
  );
}

function Transfers({ page }: Props) {
  const t = useTexts(payrollTexts);
  const language = useLanguage();
  if (page.matches.length === 0) return <EmptyState title={t.report.noTransfers} />;
  return (
    <Table
      caption={t.report.transfers}
      rows={page.matches}
      keyOf={({ id }) => id}
      columns={[
        { key: "code", head: t.remittance.code, cell: ({ remittanceCode }) => remittanceCode },
        {
          key: "rupiah",
          head: t.report.rupiah,
          number: true,
          cell: ({ rupiah }) => formatRupiah(language, rupiah),
        },
      ]}
    />
  );
}

function Ended({ page }: Props) {
  const t = useTexts(payrollTexts);
  const language = useLanguage();
  const r = t.reconciliation;
  if (page.differences.length === 0) return <EmptyState title={t.report.none} />;
  return (
    <Table
      caption={t.report.ended}
      rows={page.differences}
      keyOf={({ mandateCode }) => mandateCode}
      columns={[
        { key: "code", head: t.batch.mandate, cell: ({ mandateCode }) => mandateCode },
        { key: "why", head: r.why, cell: ({ state }) => r.statesOf[state] },
        { key: "size", head: r.size, number: true, cell: ({ rupiah }) => formatRupiah(language, rupiah) },
        {
          key: "ending",
          head: r.ending,
          cell: ({ ending }) =>
            ending?.decision === "accepted"
              ? `${r.endingsShort[ending.ending]}: ${ending.note}`
              : t.report.open,
        },
      ]}
    />
  );
}
