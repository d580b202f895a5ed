import { importFields, type ImportedRow, type RowIssue } from "@tuwai/domain/imports";
import type { Actor, App } from "#app";
import { recordChange } from "#audit";
import { inTransaction, type Tx } from "#database";
import { type AcceptedRow, importKindOf, type RowOutcome } from "#intake";
import { enqueue } from "#work";
import { countRows } from "./count-rows.ts";
import type { ImportBatch } from "./import-batch.ts";
import {
  findBatch,
  lockBatchWork,
  type StoredRow,
  takeAcceptedRows,
  updateBatch,
  updateProgress,
  updateRowIssue,
  updateRowOutcomes,
} from "./import.store.ts";

/**
 * Applies a batch in state `applying`, chunk by chunk, each its own transaction under the uploader's row policies. A process
 * killed anywhere leaves whole chunks; the next run goes on at the first row still `accepted`.
 */
export async function applyBatch(app: App, uploader: Actor, batchId: string): Promise<void> {
  while (await inTransaction(app, uploader, (tx) => applyChunk(app, tx, uploader, batchId)));
}

/** True while rows may remain. */
export async function applyChunk(app: App, tx: Tx, uploader: Actor, batchId: string): Promise<boolean> {
  await lockBatchWork(tx, batchId);
  const batch = await findBatch(tx, batchId);
  if (batch?.state !== "applying") return false;
  const chunkRows = importFields[batch.kind].size === "registry" ? 1_000 : 200;
  const stored = await takeAcceptedRows(tx, batchId, chunkRows);
  if (stored.length > 0) {
    const rows = stored.map((row) => openRow(app, batchId, row));
    const outcomes = await importKindOf(app, batch.kind).applier.apply(
      { app, tx, actor: uploader, batch },
      rows,
    );
    await recordOutcomes(tx, batchId, rows, outcomes);
  }
  if (stored.length < chunkRows) {
    await finish(app, tx, uploader, batch);
    return false;
  }
  const counts = await countRows(tx, batchId);
  await updateProgress(tx, batchId, {
    stage: "applying",
    done: counts.detail.applied + counts.detail.unchanged,
    total: counts.accepted,
  });
  return true;
}

async function finish(app: App, tx: Tx, uploader: Actor, batch: ImportBatch): Promise<void> {
  const counts = await countRows(tx, batch.id);
  await updateBatch(tx, batch.id, { state: "applied", counts, appliedAt: app.clock.now() });
  await recordChange(app, tx, uploader, {
    action: "import.applied",
    objectType: "import",
    objectId: batch.id,
    details: { ...counts.detail },
  });
  for (const topic of importKindOf(app, batch.kind).topics)
    await enqueue(app, tx, uploader, { topic, payload: { batchId: batch.id } });
}

function openRow(app: App, batchId: string, row: StoredRow): AcceptedRow {
  const place = { table: "import_rows", column: "clean", rowId: `${batchId}:${row.sheet}:${row.row}` };
  return {
    sheet: row.sheet,
    row: row.row,
    values: JSON.parse(app.keys.open(row.cleanSealed, place)) as ImportedRow,
  };
}

async function recordOutcomes(
  tx: Tx,
  batchId: string,
  rows: readonly AcceptedRow[],
  outcomes: readonly RowOutcome[],
): Promise<void> {
  const given = rows.map((row, index) => ({ sheet: row.sheet, row: row.row, result: outcomes[index]! }));
  for (const { sheet, row, result } of given) {
    if ("code" in result)
      await updateRowIssue(tx, { batchId, sheet, row, outcome: result.outcome, issue: heldBack(result) });
  }
  const taken = given.filter(({ result }) => !("code" in result));
  for (const group of Map.groupBy(taken, ({ sheet, result }) => `${sheet}|${result.outcome}`).values()) {
    const { sheet, result } = group[0]!;
    await updateRowOutcomes(tx, {
      batchId,
      sheet,
      rows: group.map(({ row }) => row),
      outcome: result.outcome,
    });
  }
}

/** What an applier found that reading the file alone could not know, in the shape of the file's own issues. */
function heldBack(outcome: Extract<RowOutcome, { readonly code: string }>): RowIssue {
  return {
    column: null,
    code: outcome.code as RowIssue["code"],
    severity: outcome.outcome === "quarantined" ? "error" : "info",
    details: outcome.details ?? {},
  } as RowIssue;
}
