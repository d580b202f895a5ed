import { listReportMonths } from "@tuwai/server/dashboards";
import { formatMonth } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { reportTexts } from "#language/reports.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/reports.page";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "monthly_report.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(reportTexts[languageOf(location.pathname)].title);

export async function loader({ context }: Route.LoaderArgs) {
  return { months: await listReportMonths(...forUseCase(context)) };
}

/** A button for each complete month. */
export default function ReportsPage({ loaderData: { months } }: Route.ComponentProps) {
  const t = useTexts(reportTexts);
  const to = useLocalPath();
  const language = useLanguage();
  return (
    <Page title={t.title} lead={t.lead} narrow>
      {months.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t.caption}
          rows={months}
          keyOf={(month) => month}
          columns={[
            { key: "month", head: t.month, cell: (month) => formatMonth(language, month) },
            { key: "holds", head: t.holds, cell: (month) => (month === months[0] ? t.whole : t.figuresOnly) },
            {
              key: "file",
              head: t.file,
              phone: "wide",
              cell: (month) => (
                <a href={to(`/laporan/${month}/berkas`)} download>
                  {t.download(formatMonth(language, month))}
                </a>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}
