import { may } from "@tuwai/server/access";
import { listProblemRows, listUnknownWords, summariseProblems } from "@tuwai/server/import-review";
import { isOfSender } from "@tuwai/server/imports";
import { Actions, ButtonLink, Card, EmptyState, Icon, LinkTabs, Notice, Pagination, readPage } from "#ui";
import { formatNumber } from "#language/format.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { valueMeaningTexts } from "#language/value-meanings.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { pageMeta, type Handle } from "#shell";
import type { Route } from "./+types/check.page";
import { levelOf, levels, readLevel, severityOf, type Level } from "./check-query.ts";
import { Equation, ImportFrame, loadImport, sayIssue } from "#imports";
import { ProblemRows, type ShownRow } from "./problem-rows.tsx";
import { ProblemSummary } from "./problem-summary.tsx";

export const handle: Handle = { access: "import.read_report" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, language, batch, shown, villageName } = await loadImport(args, "periksa");
  const { searchParams } = new URL(args.request.url);
  const level = readLevel(searchParams);
  const code = searchParams.get("masalah")?.slice(0, 40) ?? "";
  const batchId = batch.id;
  const groups = (await summariseProblems(app, actor, { batchId })).map(({ field, ...group }) => ({
    ...group,
    level: levelOf(group.severity),
    ...sayIssue(language, { code: group.code, details: field === null ? {} : { field } }),
    key: `${group.code} ${field ?? ""}`,
  }));
  const found = await listProblemRows(app, actor, {
    batchId,
    page: readPage(searchParams),
    ...(code === "" ? {} : { code }),
    ...(level === "" ? {} : { severity: severityOf(level) }),
  });
  const mapped = batch.recognition.columns.filter(({ field }) => field !== null);
  const isUploader = actor.userId === batch.uploadedBy;
  return {
    title: importStepTexts[language].check.title,
    batch: shown,
    groups,
    level,
    code,
    warnings: batch.warnings.map((remark) => sayIssue(language, remark)),
    columns: mapped.map(({ column, header }) => ({ column, header })),
    rows: found.rows.map(({ sheet, row, outcome, issues, cells }): ShownRow => ({
      key: `${sheet}-${row}`,
      row,
      outcome,
      issues: issues.map((issue) => ({
        column: issue.column,
        level: levelOf(issue.severity),
        ...sayIssue(language, issue, villageName),
      })),
      cells: cells.map(({ column, text }) => ({ column, text })),
    })),
    total: found.total,
    page: found.page,
    pages: found.pages,
    unknownWords: shown.mayWork ? (await listUnknownWords(app, actor, { batchId })).length : 0,
    seesCells: found.rows.some(({ cells }) => cells.length > 0),
    isUploader,
    mayDownload:
      may(actor, "import.download_faulty_rows") && isOfSender(actor, batch) && batch.counts.repair > 0,
  };
}

export default function CheckPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(importStepTexts).check;
  const to = useLocalPath();
  const language = useLanguage();
  const repair = page.batch.counts.repair;
  const base = to(`/impor/${page.batch.code}`);
  return (
    <ImportFrame
      batch={page.batch}
      title={page.title}
      lead={repair === 0 ? t.leadGood : t.lead(formatNumber(language, repair))}
      step="check"
    >
      <Card>
        <Equation counts={page.batch.counts} />
        <Actions>
          {page.batch.state === "checked" && <ButtonLink href={`${base}/tinjau`}>{t.next}</ButtonLink>}
          {page.mayDownload && (
            <ButtonLink look="plain" href={`${base}/baris-bermasalah.xlsx`} download>
              <Icon name="download" /> {t.download}
            </ButtonLink>
          )}
        </Actions>
        {page.mayDownload && <p className="quiet small">{t.downloadHint}</p>}
      </Card>
      {page.warnings.map(({ problem, repair: todo }) => (
        <Notice key={problem} tone="warn" title={problem}>
          {todo}
        </Notice>
      ))}
      {page.unknownWords > 0 && <UnknownWords count={page.unknownWords} href={`${base}/arti`} />}
      {page.groups.length > 0 && <ProblemSummary groups={page.groups} base={`${base}/periksa`} />}
      {page.groups.length > 0 && <Rows page={page} base={`${base}/periksa`} />}
    </ImportFrame>
  );
}

function UnknownWords({ count, href }: { readonly count: number; readonly href: string }) {
  const t = useTexts(valueMeaningTexts);
  return (
    <Notice tone="warn" title={t.notice}>
      <a href={href}>{t.open(formatNumber(useLanguage(), count))}</a>
    </Notice>
  );
}

type RowsProps = { readonly page: Route.ComponentProps["loaderData"]; readonly base: string };

function Rows({ page, base }: RowsProps) {
  const t = useTexts(importStepTexts).check;
  const tab = (level: Level | "") => ({
    href: level === "" ? `${base}#baris` : `${base}?tingkat=${level}#baris`,
    label: level === "" ? t.all : t.levels[severityOf(level)],
    current: page.code === "" && page.level === level,
  });
  return (
    <section className="stack" id="baris">
      <LinkTabs label={t.filterLabel} choices={[tab(""), ...levels.map(tab)]} />
      {!page.seesCells && page.rows.length > 0 && <p className="quiet">{t.hiddenCells}</p>}
      {page.seesCells && !page.isUploader && <p className="quiet">{t.masked}</p>}
      {page.rows.length === 0 ? (
        <EmptyState title={t.noRows} />
      ) : (
        <ProblemRows rows={page.rows} columns={page.seesCells ? page.columns : []} total={page.total} />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </section>
  );
}
