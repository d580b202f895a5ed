import { shiftMonth } from "@tuwai/domain/time";
import { may } from "@tuwai/server/access";
import { getPeriod, previewMonth, startMonthRun } from "@tuwai/server/month-runs";
import { redirect } from "react-router";
import { contributionTexts } from "#language/contributions.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { monthRunTexts } from "#language/month-runs.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta, readOperationId } from "#shell";
import { EmptyState, LinkChips, Page, Table } from "#ui";
import type { Route } from "./+types/period.page";
import { RunCard } from "./run-card.tsx";
import { RunTable } from "./run-table.tsx";

export const handle: Handle = { access: "contribution.month.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const period = await getPeriod(app, actor, { month: params.id });
  const { month, thisMonth } = period;
  const canRun = may(actor, "contribution.month.run") && month <= shiftMonth(thisMonth, 1);
  return {
    title: monthRunTexts[language].title(formatMonth(language, month)),
    ...period,
    operation: app.newId(),
    preview: canRun ? await previewMonth(app, actor, { month }) : null,
    previous: shiftMonth(month, -1),
    next: shiftMonth(month, 1),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = monthRunTexts[language].run;
  const [app, actor] = forUseCase(context);
  const operationId = readOperationId(await request.formData(), app);
  const started = await startMonthRun(app, actor, { operationId, month: params.id });
  const headers =
    started.outcome === "started" ? flash("ok", t.started) : flash("warn", t.refused[started.reasons[0]!]);
  throw redirect(localPath(language, `/iuran/periode/${params.id}`), { status: 303, headers });
}

export default function PeriodPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(monthRunTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const at = (month: string) => to(`/iuran/periode/${month}`);
  return (
    <Page title={page.title} lead={<Lead page={page} />}>
      <LinkChips
        label={t.months}
        choices={[
          { href: at(page.previous), label: formatMonth(language, page.previous) },
          { href: at(page.month), label: formatMonth(language, page.month), current: true },
          { href: at(page.next), label: formatMonth(language, page.next) },
        ]}
      />
      {page.lines.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Lines page={page} />
      )}
      <RunCard preview={page.preview} run={page.runs[0]} operation={page.operation} />
      <RunTable runs={page.runs} />
    </Page>
  );
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

function Lead({ page: { sum } }: PageData) {
  const t = useTexts(monthRunTexts);
  const language = useLanguage();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const missing = sum.owedRupiah - sum.paidRupiah;
  if (sum.owedRupiah === 0) return t.leadNone;
  if (missing <= 0) return t.leadAll(rupiah(sum.owedRupiah));
  return [
    t.lead(rupiah(sum.paidRupiah), rupiah(sum.owedRupiah)),
    t.leadMissing(rupiah(missing), formatNumber(language, sum.owedWorkers - sum.paidWorkers)),
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
