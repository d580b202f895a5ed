import { EXPORT_MARK } from "@tuwai/domain/columns";
import { importFields, type RowIssue, type TableCell, type TableRecognition } from "@tuwai/domain/intake";
import { type App, AppError } from "#app";
import { type ExportColumn, type ExportSheet, type ExportValue, writeWorkbook } from "#exports";
import {
  findBatch,
  type ImportBatch,
  isOfSender,
  openCells,
  openValues,
  rememberColumns,
  requireRead,
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
 * The rows held back, in the sender's own layout, with two columns more: what is wrong and how to repair it. Cells at
 * fault are coloured; all cells are text, so that no digit is lost again. A hidden `_kode` says who is meant where that is
 * known. The file comes in again like any other: its columns are remembered. Only for the office that sent the batch;
 * `too-large` above 20,000 rows, `conflict` when no row is held back.
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
      const filled = sheetOf(app, recognised, rows, { known, words });
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

type Shape = { readonly known: readonly (KnownCode | null)[]; readonly words: FaultyRowsWords };

function sheetOf(
  app: App,
  batch: Recognised,
  rows: readonly ProblemRow[],
  { known, words }: Shape,
): ExportSheet {
  const own = batch.recognition.columns;
  const hasCodes = known.some((code) => code !== null);
  return {
    name: words.sheet,
    columns: [
      ...own.map(({ header }) => textColumn(header)),
      textColumn(words.problem),
      textColumn(words.repair),
      ...(hasCodes ? [{ ...textColumn(EXPORT_MARK), isHidden: true }] : []),
    ],
    rows: rows.map((row, index): ExportValue[] => {
      const said = row.issues
        .filter(({ severity }) => severity !== "info")
        .toSorted((a, b) => Number(b.severity === "error") - Number(a.severity === "error"))
        .map((issue) => words.sentences(issue));
      const cells = new Map(cellsOf(app, batch, row).map((cell) => [cell.column, cell]));
      const spoilt = spoiltColumns(row.issues);
      return [
        ...own.map(({ column }) => valueOf(cells.get(column), spoilt.has(column))),
        unique(said.map(({ problem }) => problem)),
        unique(said.map(({ repair }) => repair)),
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

function cellsOf(app: App, batch: ImportBatch, row: ProblemRow): readonly TableCell[] {
  return row.rawSealed === null ? [] : openCells(app, batch.id, row, row.rawSealed);
}

function spoiltColumns(issues: readonly RowIssue[]): ReadonlySet<number> {
  return new Set(issues.flatMap(({ code, column }) => (code === "E-NUM" && column !== null ? [column] : [])));
}

/**
 * A number that lost digits stays visibly broken ("1.37792010579E+15"): written out as sixteen digits of text it would
 * come back looking right.
 */
function valueOf(cell: TableCell | undefined, isSpoilt: boolean): string | null {
  if (cell === undefined || cell.text === "") return null;
  const number = Number(cell.text);
  return isSpoilt && Number.isFinite(number) && number !== 0
    ? number.toExponential().replace("e", "E")
    : cell.text;
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
  const columns = headers.map((header, index) => ({
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
