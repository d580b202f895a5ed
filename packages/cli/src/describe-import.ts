import { issueRules, type RowIssue } from "@tuwai/domain/intake";
import { type Actor, type App, AppError } from "@tuwai/server/app";
import { getImport, type ImportBatch, listImportRows } from "@tuwai/server/imports";
import type { Answer } from "./command-feature.ts";
import { paragraphs, tableText } from "./indonesian.ts";

const issuesShown = 1_000;

/** How an import stands, for people and programs. A file that was refused throws `invalid-input`. */
export async function describeImport(app: App, actor: Actor, batchId: string): Promise<Answer> {
  const batch = await getImport(app, actor, { batchId });
  if (batch.state === "refused") {
    const { code, details } = batch.refusal;
    throw new AppError("invalid-input", {
      message: `${code}: ${repairOf(code)} Berkas tetap tersimpan, tidak ada data yang berubah.`,
      batch: batch.code,
      issue: code,
      ...details,
    });
  }
  const issues = await listIssues(app, actor, batch);
  const document = {
    batch: batch.code,
    file: batch.fileName,
    kind: batch.kind,
    state: batch.state,
    rows: batch.counts,
    issues,
    ...mappingNeeded(batch),
  };
  return { document, text: () => textOf(batch, issues), exitCode: exitCodeOf(batch) };
}

function exitCodeOf(batch: ImportBatch): 0 | 2 | 3 | 4 {
  if (batch.state === "awaiting-approval") return 4;
  if (batch.state === "needs-mapping") return 2;
  if (batch.state === "checked" && batch.counts.accepted === 0) return 2;
  return batch.counts !== null && batch.counts.repair > 0 && batch.state !== "undone" ? 3 : 0;
}

type ShownIssue = {
  readonly row: number | null;
  readonly column: number | null;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly details?: object;
};

async function listIssues(app: App, actor: Actor, batch: ImportBatch): Promise<readonly ShownIssue[]> {
  const shown: ShownIssue[] = batch.warnings.map(({ code, details }) => ({
    row: null,
    column: null,
    code,
    severity: issueRules[code].severity,
    message: repairOf(code),
    details,
  }));
  for (let page = 1; shown.length < issuesShown; page += 1) {
    const { rows, pages } = await listImportRows(app, actor, { batchId: batch.id, page, withIssues: true });
    for (const { row, issues } of rows)
      shown.push(
        ...issues.map((issue: RowIssue) => ({
          row,
          column: issue.column,
          code: issue.code,
          severity: issue.severity,
          message: repairOf(issue.code),
        })),
      );
    if (page >= pages) break;
  }
  return shown.slice(0, issuesShown);
}

function mappingNeeded(batch: ImportBatch): object {
  if (batch.state !== "needs-mapping") return {};
  const { columns, conflicts, missing, sheetScores } = batch.recognition;
  if (batch.warnings.some(({ code }) => code === "E-SHEET")) {
    const lists = sheetScores.filter(({ rows = 0, hidden }) => rows > 0 && hidden !== true);
    return { code: "choose-sheet", sheets: lists.map(({ name }) => name ?? "") };
  }
  return {
    mapping: { columns: columns.filter(({ confidence }) => confidence === "maybe"), conflicts, missing },
  };
}

function repairOf(code: string): string {
  return Object.hasOwn(issueRules, code) ? issueRules[code as keyof typeof issueRules].repair : code;
}

function textOf(batch: ImportBatch, issues: readonly ShownIssue[]): string {
  const counts = batch.counts;
  const heading = `Impor ${batch.code} · ${batch.fileName} · ${batch.state}`;
  if (counts === null) return paragraphs(heading, "Beberapa kolom perlu dipastikan di halaman impor.");
  const { detail } = counts;
  return paragraphs(
    heading,
    tableText([
      ["Dibaca", String(counts.read)],
      ["Diterima", `${counts.accepted} (diterapkan ${detail.applied}, tidak berubah ${detail.unchanged})`],
      ["Perlu diperbaiki", String(counts.repair)],
      [
        "Dilewati",
        `${counts.skipped} (ganda ${detail.duplicate}, kosong ${detail.blank}, kepala/catatan ${detail.header})`,
      ],
    ]),
    issues.length === 0
      ? ""
      : tableText([
          ["Baris", "Kode", "Perbaikan"],
          ...issues.slice(0, 20).map((issue) => [String(issue.row ?? "berkas"), issue.code, issue.message]),
        ]),
  );
}
