import { EXPORT_MARK } from "@tuwai/domain/columns";
import { importFields, type RowIssue, type TableCell, type TableRecognition } from "@tuwai/domain/intake";
import { type App, AppError } from "#app";
import { type ExportColumn, type ExportSheet, type ExportValue, writeWorkbook } from "#exports";
import {
  findBatch,
  type ImportBatch,
  isOfSender,
  layOver,
  listDecisions,
  openCells,
  openChanges,
  openValues,
  rememberColumns,
  requireRead,
  returnedHeader,
  returnHeaders,
  rowKey,
  rowVersion,
  sealRow,
  sentText,
  spoiltColumns,
  type StoredMend,
  whyNotMended,
} from "#imports";
import { findKnownCodes, type KnownCode } from "#people";
import { act, type Step } from "#use-case";
import { listProblems, type ProblemRow } from "./problem.view.ts";

/** The words of the file, from the caller: language is the screens'. */
export type FaultyRowsWords = {
  readonly sheet: string;
  readonly problem: string;
  readonly repair: string;
  readonly sentences: (issue: RowIssue) => { readonly problem: string; readonly repair: string };
};

export type FaultyRowsFile = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
};

const mostRows = 20_000;

/**
 * The rows held back as they stand now, in the sender's own layout, with two columns more: what is wrong and how to repair it.
 * Cells at fault are coloured; all cells are text, so that no digit is lost again. Of a list that is mended here each row
 * carries the list's code and a key of its own, by which it comes back (`returnFaultyRows`). Without those two columns the file comes in like any
 * other: its columns are remembered, and a hidden `_kode` says who is meant where that is known. Only for the office that
 * sent the batch; `too-large` above 20,000 rows, `conflict` when no row is held back.
 */
export const faultyRowsFile = act(
  { name: "import.download-faulty-rows", permission: "import.download_faulty_rows" },
  async ({ app, look }, { batchId, words }: Input): Promise<FaultyRowsFile> => {
    const { sheet, batch } = await look(async (step) => {
      const found = requireRead(step, await findBatch(step.tx, batchId));
      if (!isOfSender(step.actor, found)) throw new AppError("forbidden", { reason: "not-the-sender" });
      const recognised = requireRecognised(found);
      const rows = await takeRows(step, recognised);
      const known = await knownCodes(step, recognised, rows);
      const decided = Map.groupBy(await listDecisions(step.tx, recognised.id), rowKey);
      const filled = sheetOf(app, recognised, rows, { known, decided, words });
      await remember(step, { batch: recognised, headers: filled.columns.map(({ header }) => header) });
      await note(step, { batch: recognised, rows: rows.length, known });
      return { sheet: filled, batch: recognised };
    });
    const stamp = { title: batch.code, writtenAt: app.clock.now().getTime() };
    return {
      fileName: `${batch.fileName.replace(/\.[^.]{1,5}$/, "")}-${batch.code}.xlsx`,
      bytes: await writeWorkbook([sheet], stamp),
      rows: sheet.rows.length,
    };
  },
);

type Input = { readonly batchId: string; readonly words: FaultyRowsWords };
type Recognised = ImportBatch & { readonly recognition: TableRecognition };

function requireRecognised(batch: ImportBatch): Recognised {
  const { recognition } = batch;
  if (recognition === null) throw new AppError("conflict", { reason: "no-faulty-row" });
  return { ...batch, recognition };
}

async function takeRows({ tx }: Step, batch: Recognised): Promise<readonly ProblemRow[]> {
  const choice = { code: null, severity: null, outcome: "quarantined", limit: mostRows + 1, offset: 0 };
  const rows = await listProblems(tx, batch.id, choice);
  if (rows.length === 0) throw new AppError("conflict", { reason: "no-faulty-row" });
  if (rows.length > mostRows)
    throw new AppError("too-large", { rows: batch.counts?.repair, limit: mostRows });
  return rows;
}

/** Only where the kind has a code at all and the file does not bring one itself. */
async function knownCodes(
  { app, tx }: Step,
  batch: Recognised,
  rows: readonly ProblemRow[],
): Promise<readonly (KnownCode | null)[]> {
  const { recognition, villageCode } = batch;
  const hasCode = recognition.columns.some(({ field }) => field === "personCode");
  if (villageCode === null || hasCode || !importFields[batch.kind].fields.includes("personCode")) return [];
  return findKnownCodes(
    app,
    tx,
    villageCode,
    rows.map((row) => (row.cleanSealed === null ? {} : openValues(app, batch.id, row, row.cleanSealed))),
  );
}

type Shape = {
  readonly known: readonly (KnownCode | null)[];
  readonly decided: ReadonlyMap<string, readonly StoredMend[]>;
  readonly words: FaultyRowsWords;
};

function sheetOf(
  app: App,
  batch: Recognised,
  rows: readonly ProblemRow[],
  { known, decided, words }: Shape,
): ExportSheet {
  const own = batch.recognition.columns;
  const hasCodes = known.some((code) => code !== null);
  const hasKeys = whyNotMended(batch) === null;
  const decisionsOf = (row: ProblemRow) => decided.get(rowKey(row)) ?? [];
  return {
    name: words.sheet,
    columns: [
      ...own.map((column) => textColumn(returnedHeader(column))),
      textColumn(words.problem),
      textColumn(words.repair),
      ...(hasKeys ? [textColumn(returnHeaders.code), textColumn(returnHeaders.key)] : []),
      ...(hasCodes ? [{ ...textColumn(EXPORT_MARK), isHidden: true }] : []),
    ],
    rows: rows.map((row, index): ExportValue[] => {
      const said = row.issues
        .filter(({ severity }) => severity !== "info")
        .toSorted((a, b) => Number(b.severity === "error") - Number(a.severity === "error"))
        .map((issue) => words.sentences(issue));
      const decisions = decisionsOf(row);
      const cells = new Map(cellsOf(app, batch, row, decisions).map((cell) => [cell.column, cell]));
      const spoilt = spoiltColumns(row.issues);
      const { sheet, row: rowNo } = row;
      const place = { sheet, row: rowNo, version: rowVersion(decisions) };
      return [
        ...own.map(({ column }) => sentText(cells.get(column), spoilt.has(column)) || null),
        unique(said.map(({ problem }) => problem)),
        unique(said.map(({ repair }) => repair)),
        ...(hasKeys ? [batch.code, sealRow(app, batch.id, place)] : []),
        ...(hasCodes ? [known[index]?.code ?? null] : []),
      ];
    }),
    marked: rows.flatMap((row, index) =>
      own.flatMap(({ column }, at) =>
        row.issues.some((issue) => issue.column === column && issue.severity !== "info")
          ? [{ row: index, column: at }]
          : [],
      ),
    ),
  };
}

function cellsOf(
  app: App,
  batch: ImportBatch,
  row: ProblemRow,
  decisions: readonly StoredMend[],
): readonly TableCell[] {
  const standing = decisions.filter(({ undoneVersion }) => undoneVersion === null);
  return layOver(
    row.rawSealed === null ? [] : openCells(app, batch.id, row, row.rawSealed),
    standing.flatMap((mend) => openChanges(app, mend)),
  );
}

function unique(sentences: readonly string[]): string {
  return [...new Set(sentences)].join(" ");
}

/** The two columns of ours mean nothing and `_kode` means the person, also in the file that comes back. */
function remember(
  step: Step,
  { batch, headers }: { readonly batch: Recognised; readonly headers: readonly string[] },
): Promise<void> {
  const own = batch.recognition.columns;
  const keys = new Set<string>(Object.values(returnHeaders));
  const columns = headers
    .filter((header) => !keys.has(header))
    .map((header, index) => ({
      header,
      field: own[index]?.field ?? (header === EXPORT_MARK ? ("personCode" as const) : null),
    }));
  return rememberColumns(step, { kind: batch.kind, columns });
}

type Note = {
  readonly batch: ImportBatch;
  readonly rows: number;
  readonly known: readonly (KnownCode | null)[];
};

async function note(step: Step, { batch, rows, known }: Note): Promise<void> {
  const personIds = [...new Set(known.flatMap((code) => code?.personId ?? []))];
  if (personIds.length > 0)
    await step.seen({ personIds, purpose: "import-faulty-rows", fields: ["worker_code"] });
  await step.audit({ objectType: "import", objectId: batch.id, details: { rows } });
}

function textColumn(header: string): ExportColumn {
  return { header, kind: "text" };
}
