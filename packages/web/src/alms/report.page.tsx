import { type AlmsReport, getAlmsReport } from "@tuwai/server/alms";
import { publicActor } from "@tuwai/server/app";
import { almsTexts } from "#language/alms.ts";
import { formatDate, formatMonth, formatPercent, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta } from "#shell";
import { ButtonLink, Card, EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/report.page";
import { monthIn } from "./month-in.ts";
import { sayCount, SumsTable } from "./sums-table.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "public" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const language = languageOf(new URL(request.url).pathname);
  const asked = { month: monthIn(params.bulan) };
  const report = await getAlmsReport(app, publicActor(app.config.regionCode), asked);
  return { report, title: almsTexts[language].report.title(formatMonth(language, report.month)) };
}

export default function ReportPage({ loaderData: { report, title } }: Route.ComponentProps) {
  const t = useTexts(almsTexts);
  const to = useLocalPath();
  const address = `/sedekah/laporan/${report.month.replace("-", "")}`;
  return (
    <Page
      title={title}
      lead={t.report.lead}
      crumbs={[{ href: to("/sedekah"), label: t.report.back }, { label: title }]}
      actions={
        <ButtonLink look="plain" href={to(`${address}/unduh.csv`)}>
          {t.report.download}
        </ButtonLink>
      }
    >
      {report.campaigns.length === 0 ? (
        <EmptyState title={t.report.nothing} />
      ) : (
        <Card>
          <SumsTable sums={report.total} children={report.children} />
        </Card>
      )}
      <Rounds rounds={report.rounds} />
      {report.campaigns.length > 0 && <Campaigns campaigns={report.campaigns} />}
      <p className="quiet small no-print">{t.report.print}</p>
    </Page>
  );
}

function Rounds({ rounds }: Pick<AlmsReport, "rounds">) {
  const t = useTexts(almsTexts).report;
  const language = useLanguage();
  if (rounds.length === 0) return <p>{t.noRounds}</p>;
  return (
    <Table
      caption={t.rounds}
      rows={rounds}
      keyOf={({ title, paidOn, rupiah }) => `${title}|${paidOn}|${rupiah}`}
      columns={[
        { key: "round", head: t.round, cell: ({ title }) => title },
        { key: "on", head: t.paidOn, cell: ({ paidOn }) => formatDate(language, paidOn) },
        { key: "amount", head: t.amount, number: true, cell: ({ rupiah }) => formatRupiah(language, rupiah) },
        {
          key: "children",
          head: t.children,
          number: true,
          cell: ({ children }) => sayCount(language, children),
        },
        {
          key: "each",
          head: t.perChild,
          number: true,
          cell: ({ perChild }) => (perChild === null ? t.hidden : formatRupiah(language, perChild)),
        },
        { key: "proof", head: t.proof, cell: ({ isProven }) => (isProven ? t.proofs.yes : t.proofs.no) },
      ]}
    />
  );
}

function Campaigns({ campaigns }: Pick<AlmsReport, "campaigns">) {
  const { report: t, sums, holder } = useTexts(almsTexts);
  const language = useLanguage();
  type Row = AlmsReport["campaigns"][number];
  const money = (name: keyof Row["sums"]) => ({
    key: name,
    head: sums[name],
    number: true,
    cell: (row: Row) => formatRupiah(language, row.sums[name]),
  });
  const percent = (permille: number) => formatPercent(language, permille / 10);
  return (
    <Table
      caption={t.byCampaign}
      rows={campaigns}
      keyOf={({ campaign }) => campaign.code}
      columns={[
        { key: "campaign", head: t.campaign, cell: ({ campaign }) => campaign.title },
        {
          key: "holder",
          head: holder.title,
          cell: ({ campaign }) => holder.by(campaign.holderName, holder.kinds[campaign.holderKind]),
        },
        money("opening"),
        money("received"),
        {
          key: "receipts",
          head: sums.receipts,
          number: true,
          cell: ({ receipts }) => sayCount(language, receipts),
        },
        money("distributed"),
        money("costs"),
        money("left"),
        {
          key: "share",
          head: t.share,
          cell: ({ costPermille, capPermille }) => t.shareOf(percent(costPermille), percent(capPermille)),
        },
      ]}
    />
  );
}
