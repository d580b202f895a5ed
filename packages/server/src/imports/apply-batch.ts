import { importFields, type RowIssue } from "@tuwai/domain/intake";
import type { App } from "#app";
import { type AcceptedRow, importKindOf, type RowOutcome } from "#intake";
import { onBehalfOf, type Step } from "#use-case";
import { findBatch, lockBatchWork, updateBatch, updateProgress } from "./batch.store.ts";
import { countRows } from "./count-rows.ts";
import { type ImportFacts, uploaderOf } from "./import-batch.ts";
import { takeAcceptedRows, updateRowIssue, updateRowOutcomes } from "./row.store.ts";
import { openValues } from "./sealed-row.ts";

/**
 * Applies a batch in state `applying`, chunk by chunk, each its own transaction under the uploader's row policies. A process
 * killed anywhere leaves whole chunks; the next run goes on at the first row still `accepted`.
 */
export async function applyBatch(app: App, batch: ImportFacts, stop?: AbortSignal): Promise<void> {
  while (await applyChunk(app, batch)) stop?.throwIfAborted();
}

/** True while rows may remain. */
export function applyChunk(app: App, seen: ImportFacts): Promise<boolean> {
  const of = { actor: uploaderOf(app, seen), name: "import.applied", permission: "import.upload" } as const;
  return onBehalfOf(app, of, async (step) => {
    const { tx } = step;
    await lockBatchWork(tx, seen.id);
    const batch = await findBatch(tx, seen.id);
    if (batch?.state !== "applying") return false;
    const chunkRows = importFields[batch.kind].size === "registry" ? 1_000 : 200;
    const stored = await takeAcceptedRows(tx, batch.id, chunkRows);
    if (stored.length > 0) {
      const rows = stored.map(({ sheet, row, cleanSealed }) => {
        const place = { sheet, row };
        return { ...place, values: openValues(app, batch.id, place, cleanSealed) };
      });
      const outcomes = await importKindOf(app, batch.kind).applier.apply({ ...step, batch }, rows);
      await recordOutcomes(step, batch.id, rows, outcomes);
    }
    if (stored.length < chunkRows) {
      await finish(step, batch);
      return false;
    }
    const { accepted: total, detail } = await countRows(tx, batch.id);
    const done = detail.applied + detail.unchanged;
    await updateProgress(tx, batch.id, { stage: "applying", done, total });
    return true;
  });
}

async function finish(step: Step, { id, kind }: ImportFacts): Promise<void> {
  const { app, tx, now: appliedAt } = step;
  const counts = await countRows(tx, id);
  await updateBatch(tx, id, { state: "applied", counts, appliedAt });
  await step.audit({ objectType: "import", objectId: id, details: { ...counts.detail } });
  for (const topic of importKindOf(app, kind).topics) await step.follow(topic, { batchId: id });
}

async function recordOutcomes(
  { tx }: Step,
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
