import { may } from "@tuwai/server/access";
import { listUnrecorded } from "@tuwai/server/unrecorded";
import { askedMonth, ContributionTabs, MonthChips, seenSections } from "#contributions";
import { contributionTexts } from "#language/contributions.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { unrecordedTexts } from "#language/unrecorded.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { DownloadForm, EmptyState, Page, Pagination, readPage, Table } from "#ui";
import type { Route } from "./+types/unrecorded.page";

export const handle: Handle = { access: "unrecorded.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const month = askedMonth(app, searchParams);
  const list = await listUnrecorded(app, actor, { month, page: readPage(searchParams) });
  const villageOf = await villageNamer(app, actor);
  return {
    ...list,
    title: unrecordedTexts[language].title(formatMonth(language, month)),
    rows: list.rows.map((row) => ({ ...row, village: villageOf(row.person.villageCode) ?? "" })),
    mayExport: may(actor, "unrecorded.export"),
    sections: seenSections(actor),
  };
}

export default function UnrecordedPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(unrecordedTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const at = (month: string) => to(`/iuran/belum-tercatat?bulan=${month}`);
  const sum = page.groups.reduce((all, { rupiah }) => all + rupiah, 0);
  return (
    <Page
      title={page.title}
      lead={
        page.total === 0
          ? t.leadNone
          : t.lead(formatNumber(language, page.total), formatRupiah(language, sum))
      }
    >
      <ContributionTabs here="unrecorded" seen={page.sections} />
      <MonthChips month={page.month} at={at} />
      {page.otherMonths.length > 0 && (
        <p>
          {t.elsewhere}{" "}
          {page.otherMonths.map(({ month, workers }) => (
            <a key={month} href={at(month)}>
              {t.elsewhereMonth(formatMonth(language, month), formatNumber(language, workers))}{" "}
            </a>
          ))}
        </p>
      )}
      {page.total === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <>
          <Groups page={page} />
          <People page={page} />
          <Pagination page={page.page} pages={page.pages} />
          <p className="quiet">{t.what}</p>
          {page.mayExport && (
            <DownloadForm action={to(`/iuran/belum-tercatat/${page.month}/berkas`)} says={t.file.says} />
          )}
        </>
      )}
    </Page>
  );
}

type Props = { readonly page: Route.ComponentProps["loaderData"] };

function usePayerName(): (of: Pick<Props["page"]["rows"][number], "fundSource" | "office">) => string {
  const sources = useTexts(contributionTexts).fundSources;
  return ({ fundSource, office }) =>
    [sources[fundSource], office ?? ""].filter((part) => part !== "").join(", ");
}

function Groups({ page }: Props) {
  const t = useTexts(unrecordedTexts);
  const language = useLanguage();
  const nameOf = usePayerName();
  return (
    <Table
      caption={t.byPayer}
      rows={page.groups}
      keyOf={(group) => `${nameOf(group)} ${group.paidBy}`}
      columns={[
        { key: "payer", head: t.columns.payer, cell: nameOf },
        { key: "how", head: t.columns.how, phone: "wide", cell: ({ paidBy }) => t.ways[paidBy] },
        {
          key: "workers",
          head: t.columns.workers,
          number: true,
          cell: ({ workers }) => formatNumber(language, workers),
        },
        {
          key: "sum",
          head: t.columns.sum,
          number: true,
          cell: ({ rupiah }) => formatRupiah(language, rupiah),
        },
      ]}
    />
  );
}

function People({ page }: Props) {
  const t = useTexts(unrecordedTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const nameOf = usePayerName();
  return (
    <Table
      caption={t.byName(formatNumber(language, page.total))}
      rows={page.rows}
      keyOf={({ person: { code, name } }) => code ?? name ?? ""}
      columns={[
        {
          key: "person",
          head: t.columns.person,
          cell: ({ person: { code, name }, village }) => (
            <>
              {code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>}
              <div className="quiet small">{village}</div>
            </>
          ),
        },
        { key: "payer", head: t.columns.payer, cell: nameOf },
        { key: "how", head: t.columns.how, phone: "wide", cell: ({ paidBy }) => t.ways[paidBy] },
        {
          key: "sum",
          head: t.columns.sum,
          number: true,
          cell: ({ rupiah }) => formatRupiah(language, rupiah),
        },
      ]}
    />
  );
}
