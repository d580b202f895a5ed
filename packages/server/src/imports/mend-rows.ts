import { AppError } from "#app";
import { requireSender } from "#intake";
import { change, type Operation, type Step } from "#use-case";
import { findBatch, lockBatchWork } from "./batch.store.ts";
import { isOfSender, requireRead, type RowCounts, whyNotMended } from "./import-batch.ts";
import {
  insertMends,
  type LeaveOutReason,
  leaveOutReasons,
  listDecisions,
  type NewMend,
  undoMends,
} from "./mend.store.ts";
import { rowKey, rowVersion } from "./mended-row.ts";
import { requireBatch } from "./require-batch.ts";
import { type MendableBatch, restateRows } from "./restate-rows.ts";
import { findRows } from "./row.store.ts";
import { settleMended } from "./settle-mended.ts";
import { isSaved, type Mend, requireRows, type RowPlace, writeMends } from "./write-mends.ts";

type Input = Operation & { readonly batchId: string; readonly mends: readonly Mend[] };

/**
 * `changed` rows got a new text, `repair` rows of the file are still held back. Rows that somebody else changed since they were
 * seen (`overtaken`), or that were saved meanwhile, stay as they are.
 */
export type MendAnswer = {
  readonly changed: number;
  readonly counts: RowCounts;
  readonly isApplying: boolean;
  readonly overtaken: readonly RowPlace[];
  readonly saved: readonly RowPlace[];
};

const mostMends = 2_000;

/**
 * People type what should stand in cells of rows held back. Each row is then read again by the rules of the file; a good one is
 * accepted, and where the rest of the file was saved before, it is saved too.
 */
export const mendRows = change(
  { name: "import.mend-rows", permission: "import.resolve_row" },
  async (step, { batchId, mends }: Input): Promise<MendAnswer> => {
    const batch = await requireMendable(step, batchId);
    if (mends.length > mostMends) throw new AppError("too-large", { rows: mends.length, limit: mostMends });
    const { written, overtaken, saved } = await writeMends(step, batch, mends);
    const late = { overtaken, saved };
    if (written.length === 0)
      return step.unchanged({ changed: 0, counts: batch.counts, isApplying: false, ...late });
    await restateRows(step, batch, written);
    const settledNow = await settleMended(step, batch);
    await step.audit({
      objectType: "import",
      objectId: batch.id,
      details: { rows: written.length, repair: settledNow.counts.repair },
    });
    return { changed: written.length, ...settledNow, ...late };
  },
);

/** A row as it stood before whoever decides; without a version, as it stands now. */
type SeenRow = RowPlace & { readonly seen?: number | undefined };

type LeaveOut = Operation & {
  readonly batchId: string;
  readonly rows: readonly SeenRow[];
  readonly reason: LeaveOutReason;
};

const nothingLate = { overtaken: [], saved: [] };

/** Rows are left out, and why. They count as skipped and can be taken in again. */
export const leaveOutRows = change(
  { name: "import.leave-out-rows", permission: "import.resolve_row" },
  async (step, { batchId, rows, reason }: LeaveOut): Promise<MendAnswer> => {
    const batch = await requireMendable(step, batchId);
    if (!leaveOutReasons.includes(reason)) throw new AppError("invalid-input", { field: "reason" });
    const held = await requireRows(step, batch, rows);
    if (held.some(isSaved)) throw new AppError("conflict", { reason: "row-saved" });
    const versionOf = await requireSeen(step, batch, rows);
    const left = held.map((row): NewMend => ({
      id: step.newId(),
      sheet: row.sheet,
      row: row.row,
      decision: "left-out",
      reason,
      changesSealed: null,
      version: versionOf(row) + 1,
      returnedFrom: null,
    }));
    await insertMends(step.tx, batch, { by: step.actor.userId, at: step.now, mends: left });
    await restateRows(step, batch, held);
    const settledNow = await settleMended(step, batch);
    await step.audit({ objectType: "import", objectId: batch.id, details: { rows: held.length, reason } });
    return { changed: held.length, ...settledNow, ...nothingLate };
  },
);

/** Takes back what was decided about rows that are not saved yet: they are again what the file says. */
export const undoMend = change(
  { name: "import.undo-mend", permission: "import.resolve_row" },
  async (
    step,
    { batchId, rows }: Operation & { readonly batchId: string; readonly rows: readonly SeenRow[] },
  ): Promise<MendAnswer> => {
    const batch = await requireMendable(step, batchId);
    const versionOf = await requireSeen(step, batch, rows);
    const wanted = new Set(rows.map(rowKey));
    const standing = (await listDecisions(step.tx, batch.id)).filter(
      (mend) => wanted.has(rowKey(mend)) && mend.undoneVersion === null,
    );
    if (standing.length === 0) throw new AppError("conflict", { reason: "nothing-to-undo" });
    if ((await findRows(step.tx, batch.id, standing)).some(isSaved))
      throw new AppError("conflict", { reason: "row-saved" });
    const mends = standing.map((mend) => ({ id: mend.id, undoneVersion: versionOf(mend) + 1 }));
    await undoMends(step.tx, { mends, by: step.actor.userId, at: step.now });
    await restateRows(step, batch, rows);
    const settledNow = await settleMended(step, batch);
    await step.audit({ objectType: "import", objectId: batch.id, details: { rows: wanted.size } });
    return { changed: wanted.size, ...settledNow, ...nothingLate };
  },
);

/** A list of the actor's own office that can still change, held until the transaction ends so that saving does not run between. */
export async function requireMendable(step: Step, batchId: string): Promise<MendableBatch> {
  // In the order in which saving takes its locks: the work first, then the batch.
  await lockBatchWork(step.tx, requireRead(step, await findBatch(step.tx, batchId)).id);
  const batch = await requireBatch(step, { batchId }, "checked", "applying", "applied");
  requireSender(step.app, step.actor, batch.kind);
  if (!isOfSender(step.actor, batch)) throw new AppError("forbidden", { reason: "not-the-sender" });
  const why = whyNotMended(batch);
  if (why !== null) throw new AppError("conflict", { reason: "not-mended-here", why });
  return batch;
}

/** The present versions of rows. Throws `conflict` where a row was decided about since it was seen. */
async function requireSeen(
  { tx }: Step,
  batch: MendableBatch,
  rows: readonly SeenRow[],
): Promise<(row: RowPlace) => number> {
  const decided = Map.groupBy(await listDecisions(tx, batch.id), rowKey);
  const versionOf = (row: RowPlace) => rowVersion(decided.get(rowKey(row)) ?? []);
  if (rows.some((row) => row.seen !== undefined && row.seen !== versionOf(row)))
    throw new AppError("conflict", { reason: "row-overtaken" });
  return versionOf;
}
