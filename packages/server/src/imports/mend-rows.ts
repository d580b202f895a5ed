import { fieldKinds, importFields } from "@tuwai/domain/intake";
import { AppError } from "#app";
import { requireSender } from "#intake";
import { change, type Operation, type Step } from "#use-case";
import { findBatch, lockBatchWork } from "./batch.store.ts";
import { isOfSender, requireRead, type RowCounts } from "./import-batch.ts";
import {
  insertMends,
  type LeaveOutReason,
  leaveOutReasons,
  listMends,
  type NewMend,
  undoMends,
} from "./mend.store.ts";
import { layOver, openChanges, rowKey, sealChanges } from "./mended-row.ts";
import { requireBatch } from "./require-batch.ts";
import { type MendableBatch, restateRows } from "./restate-rows.ts";
import { findRows, listRowsToCompare, type ComparedRow } from "./row.store.ts";
import { settleMended } from "./settle-mended.ts";
import { openCells } from "./sealed-row.ts";

type RowPlace = { readonly sheet: number; readonly row: number };
type TypedCell = {
  readonly column: number;
  readonly text: string;
  /** The same digits typed anew count: a number that a spreadsheet had rounded was read from the card. */
  readonly isRetyped?: boolean;
};
export type Mend = RowPlace & {
  readonly changes: readonly TypedCell[];
  /** The same wrong text in the same column of other rows held back gets the same answer; numbers of people never do. */
  readonly alsoSame?: boolean;
};
type Input = Operation & { readonly batchId: string; readonly mends: readonly Mend[] };

/** `changed` rows got a new text, `repair` rows of the file are still held back. */
export type MendAnswer = {
  readonly changed: number;
  readonly counts: RowCounts;
  readonly isApplying: boolean;
};

const mostMends = 2_000;
const longestText = 1_000;
const numbersOfPeople = new Set<string>(["nik", "family-card", "nip", "kpj", "phone"]);

/**
 * People type what should stand in cells of rows held back. Each row is then read again by the rules of the file; a good one is
 * accepted, and where the rest of the file was saved before, it is saved too. Throws `conflict` for a row already saved.
 */
export const mendRows = change(
  { name: "import.mend-rows", permission: "import.resolve_row" },
  async (step, { batchId, mends }: Input): Promise<MendAnswer> => {
    const batch = await requireMendable(step, batchId);
    if (mends.length > mostMends) throw new AppError("too-large", { rows: mends.length, limit: mostMends });
    const written = await writeMends(step, batch, mends);
    if (written.length === 0) return step.unchanged({ changed: 0, counts: batch.counts, isApplying: false });
    await restateRows(step, batch, new Set(written.map(rowKey)));
    const settledNow = await settleMended(step, batch);
    await step.audit({
      objectType: "import",
      objectId: batch.id,
      details: { rows: written.length, repair: settledNow.counts.repair },
    });
    return { changed: written.length, ...settledNow };
  },
);

type LeaveOut = Operation & {
  readonly batchId: string;
  readonly rows: readonly RowPlace[];
  readonly reason: LeaveOutReason;
};

/** Rows are left out, and why. They count as skipped and can be taken in again. */
export const leaveOutRows = change(
  { name: "import.leave-out-rows", permission: "import.resolve_row" },
  async (step, { batchId, rows, reason }: LeaveOut): Promise<MendAnswer> => {
    const batch = await requireMendable(step, batchId);
    if (!leaveOutReasons.includes(reason)) throw new AppError("invalid-input", { field: "reason" });
    const held = await requireHeld(step, batch, rows);
    const left = held.map(({ sheet, row }): NewMend => ({
      id: step.newId(),
      sheet,
      row,
      decision: "left-out",
      reason,
      changesSealed: null,
    }));
    await insertMends(step.tx, batch, { by: step.actor.userId, at: step.now, mends: left });
    await restateRows(step, batch, new Set(held.map(rowKey)));
    const settledNow = await settleMended(step, batch);
    await step.audit({ objectType: "import", objectId: batch.id, details: { rows: held.length, reason } });
    return { changed: held.length, ...settledNow };
  },
);

/** Takes back what was decided about rows that are not saved yet: they are again what the file says. */
export const undoMend = change(
  { name: "import.undo-mend", permission: "import.resolve_row" },
  async (
    step,
    { batchId, rows }: Operation & { readonly batchId: string; readonly rows: readonly RowPlace[] },
  ): Promise<MendAnswer> => {
    const batch = await requireMendable(step, batchId);
    const wanted = new Set(rows.map(rowKey));
    const standing = (await listMends(step.tx, batch.id)).filter((mend) => wanted.has(rowKey(mend)));
    if (standing.length === 0) throw new AppError("conflict", { reason: "nothing-to-undo" });
    const found = await findRows(step.tx, batch.id, standing);
    if (found.some(({ outcome }) => outcome === "applied" || outcome === "unchanged"))
      throw new AppError("conflict", { reason: "row-saved" });
    await undoMends(step.tx, { ids: standing.map(({ id }) => id), by: step.actor.userId, at: step.now });
    await restateRows(step, batch, wanted);
    const settledNow = await settleMended(step, batch);
    await step.audit({ objectType: "import", objectId: batch.id, details: { rows: wanted.size } });
    return { changed: wanted.size, ...settledNow };
  },
);

/** A list of the actor's own office that can still change, held until the transaction ends so that saving does not run between. */
async function requireMendable(step: Step, batchId: string): Promise<MendableBatch> {
  // In the order in which saving takes its locks: the work first, then the batch.
  await lockBatchWork(step.tx, requireRead(step, await findBatch(step.tx, batchId)).id);
  const batch = await requireBatch(step, { batchId }, "checked", "applying", "applied");
  requireSender(step.app, step.actor, batch.kind);
  if (!isOfSender(step.actor, batch)) throw new AppError("forbidden", { reason: "not-the-sender" });
  if (importFields[batch.kind].size !== "village")
    throw new AppError("conflict", { reason: "registry-file" });
  return batch;
}

async function requireHeld(
  step: Step,
  batch: MendableBatch,
  rows: readonly RowPlace[],
): Promise<readonly ComparedRow[]> {
  const found = await findRows(step.tx, batch.id, rows);
  if (found.length === 0 || found.length < new Set(rows.map(rowKey)).size)
    throw new AppError("conflict", { reason: "row-unknown" });
  if (found.some(({ outcome }) => outcome === "applied" || outcome === "unchanged"))
    throw new AppError("conflict", { reason: "row-saved" });
  return found;
}

/** The rows that really got another text. */
async function writeMends(
  step: Step,
  batch: MendableBatch,
  mends: readonly Mend[],
): Promise<readonly RowPlace[]> {
  const { app, tx } = step;
  if (mends.length === 0) return [];
  const stored = new Map((await requireHeld(step, batch, mends)).map((row) => [rowKey(row), row]));
  const decisions = Map.groupBy(await listMends(tx, batch.id), rowKey);
  const cellsOf = (row: ComparedRow) =>
    layOver(
      row.rawSealed === null ? [] : openCells(app, batch.id, row, row.rawSealed),
      (decisions.get(rowKey(row)) ?? []).flatMap((mend) => openChanges(app, mend)),
    );
  const listed = mends.some(({ alsoSame }) => alsoSame) ? await listRowsToCompare(tx, batch.id) : [];
  const wanted = new Map<string, { readonly row: ComparedRow; readonly cells: Map<number, TypedCell> }>();
  const want = (row: ComparedRow, cell: TypedCell, isForced: boolean) => {
    const known = wanted.get(rowKey(row)) ?? { row, cells: new Map<number, TypedCell>() };
    if (isForced || !known.cells.has(cell.column)) known.cells.set(cell.column, cell);
    wanted.set(rowKey(row), known);
  };
  for (const mend of mends) {
    const row = stored.get(rowKey(mend))!;
    for (const cell of changedCells(batch, cellsOf(row), mend.changes)) {
      want(row, cell, true);
      if (mend.alsoSame !== true || isNumberOfPerson(batch, cell.column)) continue;
      const wrong = textAt(cellsOf(row), cell.column);
      const alike = listed.filter((other) => isHeldBackAlike(row, other, cell.column));
      for (const other of alike.filter((one) => textAt(cellsOf(one), cell.column) === wrong))
        want(other, cell, false);
    }
  }
  const fresh = [...wanted.values()].map(({ row, cells }): NewMend => {
    const id = step.newId();
    const before = cellsOf(row);
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
    };
  });
  if (fresh.length > 0) await insertMends(tx, batch, { by: step.actor.userId, at: step.now, mends: fresh });
  return fresh;
}

type Cells = ReturnType<typeof layOver>;

function changedCells(batch: MendableBatch, cells: Cells, typed: readonly TypedCell[]): readonly TypedCell[] {
  const columns = new Set(batch.recognition.columns.map(({ column }) => column));
  return typed.flatMap(({ column, text, isRetyped }) => {
    if (!columns.has(column)) throw new AppError("invalid-input", { field: "column" });
    const tidy = text.trim().slice(0, longestText);
    const wasText = cells.find((cell) => cell.column === column)?.kind === "text";
    const isSame = tidy === textAt(cells, column) && (wasText || isRetyped !== true);
    return isSame ? [] : [{ column, text: tidy }];
  });
}

function textAt(cells: Cells, column: number): string {
  return cells.find((cell) => cell.column === column)?.text.trim() ?? "";
}

function isNumberOfPerson({ recognition }: MendableBatch, column: number): boolean {
  const field = recognition.columns.find((own) => own.column === column)?.field;
  return field === null || field === undefined || numbersOfPeople.has(fieldKinds[field]);
}

/** Held back for the same reason in the same column. */
function isHeldBackAlike(row: ComparedRow, other: ComparedRow, column: number): boolean {
  if (other.outcome !== "quarantined" || rowKey(other) === rowKey(row)) return false;
  const codes = (of: ComparedRow) =>
    of.issues
      .filter((issue) => issue.column === column && issue.severity === "error")
      .map(({ code }) => code);
  const own = new Set(codes(row));
  return codes(other).some((code) => own.has(code));
}
