import { listRescues } from "@tuwai/server/arrears";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { dayOf } from "#language/day-of.ts";
import { languageOf } from "#language/language.ts";
import { rescueTexts } from "#language/rescues.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, Page, Pagination, readPage, Table } from "#ui";
import type { Route } from "./+types/rescues.page";

export const handle: Handle = { access: "arrears.rescue.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(rescueTexts[languageOf(location.pathname)].history);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return listRescues(...forUseCase(context), { page: readPage(searchParams) });
}

export default function RescuesPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(rescueTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  const rupiah = (n: number) => formatRupiah(language, n);
  return (
    <Page
      title={t.history}
      lead={t.historyLead}
      crumbs={[{ href: to("/kepesertaan/tunggakan"), label: t.board }, { label: t.history }]}
    >
      {page.rows.length === 0 ? (
        <EmptyState title={t.noHistory}>
          <p>{t.noHistoryNext}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t.history}
          rows={page.rows}
          keyOf={({ id }) => id}
          columns={[
            {
              key: "at",
              head: t.columns.at,
              cell: ({ id, rescuedAt }) => (
                <a href={to(`/kepesertaan/tunggakan/penyelamatan/${id}`)}>{dayOf(language, rescuedAt)}</a>
              ),
            },
            { key: "way", head: t.columns.way, cell: ({ way }) => t.ways[way] },
            { key: "workers", head: t.columns.workers, number: true, cell: ({ workers }) => number(workers) },
            {
              key: "cost",
              head: t.columns.cost,
              number: true,
              cell: ({ nowRupiah, monthlyRupiah }) =>
                nowRupiah > 0 ? t.once(rupiah(nowRupiah)) : t.monthly(rupiah(monthlyRupiah)),
            },
            {
              key: "became",
              head: t.columns.became,
              phone: "wide",
              cell: ({ saved, undone, workers, answerBy }) =>
                [
                  t.saved(number(saved)),
                  ...(undone === 0 ? [] : [t.undone(number(undone))]),
                  ...(workers - saved - undone === 0
                    ? []
                    : [t.waiting(number(workers - saved - undone), formatDate(language, answerBy))]),
                ].join("; "),
            },
          ]}
        />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}
