import { may } from "@tuwai/server/access";
import { redirect } from "react-router";
import {
  listProblemRows,
  listRowsToMend,
  listUnknownWords,
  type RowToMend,
  summariseProblems,
} from "@tuwai/server/import-review";
import {
  getLastReturn,
  type ImportBatch,
  isOfSender,
  needsApproval,
  waitingRows,
  whyNotMended,
} from "@tuwai/server/imports";
import { Card, Disclosure, EmptyState, LinkTabs, Notice, Pagination, readPage } from "#ui";
import { importMendingTexts } from "#language/import-mending.ts";
import { formatInstant, formatNumber } from "#language/format.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { valueMeaningTexts } from "#language/value-meanings.ts";
import type { Language } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, pageMeta, readOperationId, type Handle } from "#shell";
import type { Route } from "./+types/check.page";
import { levelOf, levels, readLevel, severityOf, writeCheckQuery, type Level } from "./check-query.ts";
import { ImportFrame, importPath, loadImport, sayIssue } from "#imports";
import { CheckSummary } from "./check-summary.tsx";
import { DecidedRows } from "./decided-rows.tsx";
import { answerMend } from "./mend-actions.ts";
import { readMendForm } from "./mend-form.ts";
import { MendRows } from "./mend-rows.tsx";
import { showDecisions, showGroups } from "./show-mending.ts";
import { ProblemRows, type ShownRow } from "./problem-rows.tsx";
import { ProblemSummary } from "./problem-summary.tsx";
import { ReturnReceiptCard } from "./return-receipt.tsx";

/** The script only adds keys, pasting and staying in place; without it every button posts the form. */
export const handle: Handle = { access: "import.read_report", hydrate: true };
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
  const mending = await listRowsToMend(app, actor, {
    batchId,
    page: readPage(searchParams),
    ...(code === "" ? {} : { code }),
  });
  const found = await listProblemRows(app, actor, {
    batchId,
    page: readPage(searchParams),
    ...(code === "" ? {} : { code }),
    ...(level === "" ? {} : { severity: severityOf(level) }),
  });
  const mapped = batch.recognition.columns.filter(({ field }) => field !== null);
  const isUploader = actor.userId === batch.uploadedBy;
  const lastReturn = await getLastReturn(app, actor, { batchId });
  return {
    title: titleOf(language, batch, mending),
    operations: { mend: app.newId(), undo: app.newId() },
    mending: {
      mayMend: mending.mayMend,
      groups: mending.mayMend ? showGroups(language, mending.rows, villageName) : [],
      decided: showDecisions(language, mending.decided),
      pages: mending.pages,
      page: mending.page,
    },
    lastReturn: lastReturn && {
      receipt: lastReturn.receipt,
      at: formatInstant(language, lastReturn.returnedAt),
    },
    whyNotHere: shown.mayWork && batch.counts.repair > 0 ? whyNotMended(batch) : null,
    waiting: waitingRows(batch.counts),
    needsSecond: needsApproval(app, batch),
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

export async function action(args: Route.ActionArgs) {
  const { app, actor, language, batch } = await loadImport(args, "periksa");
  const form = await args.request.formData();
  const said = await answerMend(app, actor, readMendForm(form), {
    operationId: readOperationId(form, app),
    batchId: batch.id,
    repair: batch.counts.repair,
    language,
  });
  const back =
    importPath(language, batch.code, "periksa") + writeCheckQuery(new URL(args.request.url).searchParams);
  throw redirect(back, { status: 303, headers: flash(said.tone, said.text) });
}

function titleOf(
  language: Language,
  batch: ImportBatch,
  mending: { readonly mayMend: boolean; readonly rows: readonly RowToMend[] },
): string {
  const t = importMendingTexts[language];
  const repair = batch.counts?.repair ?? 0;
  if (!mending.mayMend) return importStepTexts[language].check.title;
  if (repair === 0) return batch.state === "checked" ? t.none : t.noneSaved;
  const most = Math.max(0, ...mending.rows.map(({ alike }) => alike)) + 1;
  const shown = formatNumber(language, repair);
  return most > 1 ? t.titleOne(shown, formatNumber(language, most)) : t.title(shown);
}

export default function CheckPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(importStepTexts).check;
  const m = useTexts(importMendingTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const { mending } = page;
  const repair = page.batch.counts.repair;
  const base = to(`/impor/${page.batch.code}`);
  const sayRemarks = page.groups.length > 0;
  const remarks = (
    <>
      {sayRemarks && <ProblemSummary groups={page.groups} base={`${base}/periksa`} />}
      {sayRemarks && <Rows page={page} base={`${base}/periksa`} />}
    </>
  );
  return (
    <ImportFrame
      batch={page.batch}
      title={page.title}
      lead={
        repair === 0
          ? t.leadGood
          : (page.batch.state === "applied" ? t.leadSaved : page.waiting === 0 ? t.leadNone : t.lead)(
              formatNumber(language, repair),
            )
      }
      step="check"
    >
      <CheckSummary
        batch={page.batch}
        base={base}
        waiting={page.waiting}
        needsSecond={page.needsSecond}
        mayDownload={page.mayDownload}
        comesBack={mending.mayMend}
      />
      {page.whyNotHere !== null && (
        <Notice tone="warn" title={m.notHere[page.whyNotHere].title}>
          {m.notHere[page.whyNotHere].text}
        </Notice>
      )}
      {page.lastReturn !== null && (
        <ReturnReceiptCard receipt={page.lastReturn.receipt} at={page.lastReturn.at} />
      )}
      {mending.groups.length > 0 && (
        <section className="stack" aria-labelledby="perbaiki-judul">
          <h2 id="perbaiki-judul">{m.section}</h2>
          <MendRows groups={mending.groups} operation={page.operations.mend} />
          <Pagination page={mending.page} pages={mending.pages} />
        </section>
      )}
      {mending.decided.length > 0 && (
        <Card>
          <DecidedRows decided={mending.decided} operation={page.operations.undo} mayMend={mending.mayMend} />
        </Card>
      )}
      {page.warnings.map(({ problem, repair: todo }) => (
        <Notice key={problem} tone="warn" title={problem}>
          {todo}
        </Notice>
      ))}
      {page.unknownWords > 0 && <UnknownWords count={page.unknownWords} href={`${base}/arti`} />}
      {mending.groups.length > 0 && page.level === "" && page.code === "" ? (
        <Disclosure summary={m.remarks}>{remarks}</Disclosure>
      ) : (
        remarks
      )}
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
