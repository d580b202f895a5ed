import type { RowIssue, TableCell } from "@tuwai/domain/intake";
import { isSharedAnswer } from "@tuwai/domain/mending";
import { AppError } from "#app";
import type { Step } from "#use-case";
import { insertMends, listDecisions, type NewMend, type StoredMend } from "./mend.store.ts";
import { layOver, openChanges, rowKey, rowVersion, sealChanges, standingAt } from "./mended-row.ts";
import type { MendableBatch } from "./restate-rows.ts";
import { findRows, listHeldRows, type ComparedRow } from "./row.store.ts";
import { openCells } from "./sealed-row.ts";
import { sentText, spoiltColumns } from "./sent-text.ts";

export type RowPlace = { readonly sheet: number; readonly row: number };
type TypedCell = {
  readonly column: number;
  readonly text: string;
  /** The same digits typed anew count: a number that a spreadsheet had rounded was read from the card. */
  readonly isRetyped?: boolean;
};
export type Mend = RowPlace & {
  readonly changes: readonly TypedCell[];
  /** The version of the row that was before the eyes of whoever typed; left out: the present one. */
  readonly seen?: number | undefined;
  /** The same wrong text in the same column of other rows held back gets the same answer, where it is one that rows share. */
  readonly alsoSame?: boolean;
  /** The cells came in a file of faulty rows: what it was sent out with is no change. */
  readonly isReturned?: boolean;
};

/** Rows that got another text; rows that somebody else changed since they were seen, and rows saved meanwhile: both stay. */
export type Written = {
  readonly written: readonly RowPlace[];
  readonly overtaken: readonly RowPlace[];
  readonly saved: readonly RowPlace[];
  /** Cells that are right as another copy of the same file mended them, and of which this copy says something else: they stay. */
  readonly differing: readonly CellPlace[];
};
export type CellPlace = RowPlace & { readonly column: number };

const longestText = 1_000;

type Known = { readonly row: ComparedRow; readonly decisions: readonly StoredMend[] };
type Cells = readonly TableCell[];
type Wanted = { readonly row: ComparedRow; readonly cells: Map<number, TypedCell>; from: number | null };

/** Only a cell that its writer changed counts, so that an old page or file takes nothing back that others mended. */
export async function writeMends(step: Step, batch: MendableBatch, mends: readonly Mend[]): Promise<Written> {
  const { app, tx } = step;
  if (mends.length === 0) return { written: [], overtaken: [], saved: [], differing: [] };
  const stored = new Map((await requireRows(step, batch, mends)).map((row) => [rowKey(row), row]));
  const decided = Map.groupBy(await listDecisions(tx, batch.id), rowKey);
  const knownOf = (row: ComparedRow): Known => ({ row, decisions: decided.get(rowKey(row)) ?? [] });
  const now = (row: ComparedRow) => cellsAt(step, batch, knownOf(row));
  const listed = mends.some(({ alsoSame }) => alsoSame) ? await listHeldRows(tx, batch.id) : [];
  const wanted = new Map<string, Wanted>();
  const overtaken: RowPlace[] = [];
  const saved: RowPlace[] = [];
  const differing: CellPlace[] = [];
  const want = (row: ComparedRow, cell: TypedCell, { isForced, from = null }: Wish) => {
    const known = wanted.get(rowKey(row)) ?? { row, cells: new Map<number, TypedCell>(), from };
    if (isForced || !known.cells.has(cell.column)) known.cells.set(cell.column, cell);
    wanted.set(rowKey(row), known);
  };
  for (const mend of mends) {
    const { sheet, row: rowNo } = mend;
    const row = stored.get(rowKey(mend))!;
    const { verdict, cells, contradicted } = judgeMend(step, batch, knownOf(row), mend);
    differing.push(...contradicted.map((column) => ({ sheet, row: rowNo, column })));
    if (verdict === "overtaken") overtaken.push({ sheet, row: rowNo });
    if (verdict === "saved") saved.push({ sheet, row: rowNo });
    if (verdict !== "taken") continue;
    for (const cell of cells) {
      want(row, cell, { isForced: true, from: mend.isReturned === true ? (mend.seen ?? 0) : null });
      if (mend.alsoSame !== true || !isShared(batch, cell.column)) continue;
      const wrong = textAt(now(row), cell.column);
      const alike = listed.filter((other) => isHeldBackAlike(row, other, cell.column));
      for (const other of alike.filter((one) => textAt(now(one), cell.column) === wrong))
        want(other, cell, { isForced: false });
    }
  }
  const fresh = [...wanted.values()].map(({ row, cells, from }): NewMend => {
    const id = step.newId();
    const before = now(row);
    const changes = [...cells.values()].map(({ column, text }) => ({
      column,
      before: before.find((cell) => cell.column === column)?.text ?? null,
      after: text,
    }));
    return {
      id,
      sheet: row.sheet,
      row: row.row,
      decision: "mended",
      reason: null,
      changesSealed: sealChanges(app, id, changes),
      version: rowVersion(knownOf(row).decisions) + 1,
      returnedFrom: from,
    };
  });
  if (fresh.length > 0) await insertMends(tx, batch, { by: step.actor.userId, at: step.now, mends: fresh });
  return { written: fresh.map(({ sheet, row }) => ({ sheet, row })), overtaken, saved, differing };
}

type Wish = { readonly isForced: boolean; readonly from?: number | null };

/** The rows of these places. Throws `conflict` for one that the file does not have. */
export async function requireRows(
  step: Step,
  batch: MendableBatch,
  places: readonly RowPlace[],
): Promise<readonly ComparedRow[]> {
  const found = await findRows(step.tx, batch.id, places);
  if (found.length === 0 || found.length < new Set(places.map(rowKey)).size)
    throw new AppError("conflict", { reason: "row-unknown" });
  return found;
}

export function isSaved({ outcome }: ComparedRow): boolean {
  return outcome === "applied" || outcome === "unchanged";
}

type Judged = {
  readonly verdict: "untouched" | "taken" | "overtaken" | "saved";
  readonly cells: readonly TypedCell[];
  readonly contradicted: readonly number[];
};

function judgeMend(step: Step, batch: MendableBatch, known: Known, mend: Mend): Judged {
  const version = rowVersion(known.decisions);
  const seen = Math.min(mend.seen ?? version, version);
  const cells = editedCells(batch, cellsAt(step, batch, known, seen), { known, mend });
  const now = cellsAt(step, batch, known);
  const fresh = seen === version ? cells : cells.filter(({ column, text }) => textAt(now, column) !== text);
  const nothing = { cells: [], contradicted: [] };
  if (fresh.length === 0) return { verdict: "untouched", ...nothing };
  if (isSaved(known.row)) return { verdict: "saved", ...nothing };
  if (seen < version && !isOfSameFile(known.decisions, mend, seen))
    return { verdict: "overtaken", ...nothing };
  const settled = mend.isReturned === true ? settledColumns(step, known, seen) : new Set<number>();
  const taken = fresh.filter(({ column }) => !settled.has(column));
  const contradicted = fresh.map(({ column }) => column).filter((column) => settled.has(column));
  return { verdict: taken.length === 0 ? "untouched" : "taken", cells: taken, contradicted };
}

/** Columns that were mended since and are right now: which of two copies of a file is the newer nobody can tell, so a person does. */
function settledColumns({ app }: Step, { row, decisions }: Known, seen: number): ReadonlySet<number> {
  const faulty = row.issues.filter(({ severity }) => severity === "error").map(({ column }) => column);
  const later = decisions.filter(({ version, undoneVersion }) => version > seen && undoneVersion === null);
  const mended = later.flatMap((mend) => openChanges(app, mend)).map(({ column }) => column);
  return new Set(mended.filter((column) => !faulty.includes(column)));
}

/** Sent a second time with more mended: nobody but this file itself has changed the row since it went out. */
function isOfSameFile(decisions: readonly StoredMend[], { isReturned }: Mend, seen: number): boolean {
  const later = decisions.filter(
    ({ version, undoneVersion }) => version > seen || (undoneVersion ?? 0) > seen,
  );
  return (
    isReturned === true &&
    later.every(({ returnedFrom, undoneVersion }) => returnedFrom === seen && undoneVersion === null)
  );
}

function cellsAt({ app }: Step, batch: MendableBatch, { row, decisions }: Known, at?: number): Cells {
  const raw = row.rawSealed === null ? [] : openCells(app, batch.id, row, row.rawSealed);
  const standing = standingAt(decisions, at ?? rowVersion(decisions));
  return layOver(
    raw,
    standing.flatMap((mend) => openChanges(app, mend)),
  );
}

type Typed = { readonly known: Known; readonly mend: Mend };

/** The cells that differ from what stood before whoever typed. */
function editedCells(batch: MendableBatch, cells: Cells, { known, mend }: Typed): readonly TypedCell[] {
  const columns = new Set(batch.recognition.columns.map(({ column }) => column));
  return mend.changes.flatMap((typed) => {
    const { column, isRetyped } = typed;
    if (!columns.has(column)) throw new AppError("invalid-input", { field: "column" });
    const text = typed.text.trim().slice(0, longestText);
    const cell = cells.find((own) => own.column === column);
    const isSame =
      mend.isReturned === true
        ? isAsSent(text, cell, known.row.issues)
        : text === textAt(cells, column) && (cell?.kind === "text" || isRetyped !== true);
    return isSame ? [] : [{ column, text }];
  });
}

/** Spreadsheets change spaces and line breaks on the way; a number that lost digits went out in its broken form. */
function isAsSent(text: string, cell: TableCell | undefined, issues: readonly RowIssue[]): boolean {
  const isSpoilt = cell !== undefined && spoiltColumns(issues).has(cell.column);
  const forms = [sentText(cell, isSpoilt), ...(cell?.kind === "number" ? [sentText(cell, true)] : [])];
  return forms.some((form) => plain(form).slice(0, longestText) === plain(text));
}

function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function textAt(cells: Cells, column: number): string {
  return cells.find((cell) => cell.column === column)?.text.trim() ?? "";
}

function isShared({ recognition }: MendableBatch, column: number): boolean {
  return isSharedAnswer(recognition.columns.find((own) => own.column === column)?.field);
}

/** For the same reason in the same column. */
function isHeldBackAlike(row: ComparedRow, other: ComparedRow, column: number): boolean {
  if (rowKey(other) === rowKey(row)) return false;
  const codes = (of: ComparedRow) =>
    of.issues
      .filter((issue) => issue.column === column && issue.severity === "error")
      .map(({ code }) => code);
  const own = new Set(codes(row));
  return codes(other).some((code) => own.has(code));
}
