import { listAwaitingApproval } from "@tuwai/server/import-review";
import { shortDayOf } from "#language/day-of.ts";
import { villageNamer } from "#regions";
import { formatNumber } from "#language/format.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { importTexts } from "#language/imports.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { EmptyState, Page, Pagination, readPage, Table } from "#ui";
import type { Route } from "./+types/approvals.page";

export const handle: Handle = { access: "import.approve" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const page = readPage(new URL(request.url).searchParams);
  const waiting = await listAwaitingApproval(app, actor, { page });
  const nameOf = await villageNamer(app, actor);
  return {
    title: importStepTexts[language].approve.listTitle,
    page: waiting.page,
    pages: waiting.pages,
    rows: waiting.rows.map(({ code, kind, fileName, villageCode, counts, uploadedAt }) => ({
      code,
      kind,
      fileName,
      village: villageCode === null ? null : nameOf(villageCode),
      accepted: counts.accepted,
      at: shortDayOf(language, uploadedAt),
    })),
  };
}

export default function ApprovalsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(importStepTexts).approve;
  const texts = useTexts(importTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const h = texts.history;
  return (
    <Page title={page.title} lead={t.listLead}>
      {page.rows.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyNext}</EmptyState>
      ) : (
        <Table
          caption={t.listTitle}
          rows={page.rows}
          keyOf={(row) => row.code}
          columns={[
            {
              key: "file",
              head: h.file,
              cell: (r) => <a href={to(`/impor/${r.code}/setujui`)}>{r.fileName}</a>,
            },
            { key: "kind", head: h.kind, cell: (r) => texts.kinds[r.kind] },
            { key: "village", head: h.village, cell: (r) => r.village ?? h.wholeCity },
            {
              key: "accepted",
              head: h.accepted,
              number: true,
              cell: (r) => formatNumber(language, r.accepted),
            },
            { key: "at", phone: "left-out", head: h.at, cell: (r) => r.at },
          ]}
        />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}
