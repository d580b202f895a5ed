import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { ImportKind } from "@tuwai/domain/intake";
import { AppError } from "#app";
import { act, type Operation, read, type Step } from "#use-case";
import { findBatch } from "./batch.store.ts";
import { requireRead, whyNotMended } from "./import-batch.ts";
import { requireMendable } from "./mend-rows.ts";
import { rowKey } from "./mended-row.ts";
import { isSameHeader, type ReturnedFile, type ReturnedRow, readReturned } from "./read-returned.ts";
import {
  findLastReturn,
  findReturn,
  insertReturn,
  type ReturnReceipt,
  type StoredReturn,
} from "./return.store.ts";
import { type MendableBatch, restateRows } from "./restate-rows.ts";
import { findRows } from "./row.store.ts";
import { openRowSeal, type SealedPlace } from "./row-seal.ts";
import { returnedHeader } from "./returned-header.ts";
import { settleMended } from "./settle-mended.ts";
import { type CellPlace, type Mend, type RowPlace, writeMends } from "./write-mends.ts";

export type ReturnAnswer = {
  readonly code: string;
  readonly receipt: ReturnReceipt;
  /** The same bytes came before: nothing was changed. */
  readonly repeated: boolean;
  readonly isApplying: boolean;
};

type Sent = Operation & {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly path: string;
  /** Nothing is to be changed: such a file is then refused. */
  readonly isTrial?: boolean;
};

/**
 * Takes a file of faulty rows back into the list it came from, row by row of its keys; null for any other file, which is a list of
 * its own. Rows that are not in it stay as they are. Throws `not-found` for a list that is not the actor's, `conflict` with its
 * `state` when it is saved, undone or set aside in a way that nothing can be mended in it, `invalid-input` for a file without its columns.
 */
export const returnFaultyRows = act(
  { name: "import.return-rows", permission: "import.resolve_row" },
  async ({ once }, { operationId: id, isTrial, ...sent }: Sent): Promise<ReturnAnswer | null> => {
    const file = await readReturned(sent);
    if (file === null) return null;
    if (isTrial === true) throw new AppError("invalid-input", { reason: "returned-trial", message: noTrial });
    const hash = createHash("sha256")
      .update(await readFile(sent.path))
      .digest();
    const request = { kind: sent.kind, hash: hash.toString("hex") };
    return once({ id, request }, (step) => takeBack(step, { kind: sent.kind, file, hash }));
  },
);

const noTrial =
  "Berkas ini berisi baris yang kembali ke daftarnya dan tidak dapat dicoba tanpa mengubah apa pun. Jalankan tanpa --dry-run.";

type Taken = { readonly kind: ImportKind; readonly file: ReturnedFile; readonly hash: Buffer };

async function takeBack(step: Step, { kind, file, hash }: Taken): Promise<ReturnAnswer> {
  const code = codeOf(file);
  const batch = await requireReturnable(step, { code, kind });
  const before = await findReturn(step.tx, batch.id, hash);
  if (before !== undefined)
    return step.unchanged({ code, receipt: before.receipt, repeated: true, isApplying: false });
  const { known, ...strange } = await openKeys(step, batch, file);
  const columns = columnsOf(batch, file);
  const mends = known.map(({ place, row }): Mend => ({
    sheet: place.sheet,
    row: place.row,
    seen: place.version,
    isReturned: true,
    changes: columns.map(({ own, theirs }) => ({ column: own, text: row.cells.get(theirs) ?? "" })),
  }));
  const { written, overtaken, saved, differing } = await writeMends(step, batch, mends);
  if (written.length > 0) await restateRows(step, batch, written);
  const { counts, isApplying } = await settleMended(step, batch);
  const held = await listHeld(step, batch, written);
  const receipt: ReturnReceipt = {
    mended: numbersOf(written.filter((row) => !held.has(rowKey(row)))),
    stillWrong: numbersOf(written.filter((row) => held.has(rowKey(row)))),
    overtaken: numbersOf(overtaken),
    saved: numbersOf(saved),
    differing: columnsByRow(batch, differing),
    remaining: counts.repair,
    ...strange,
  };
  const { actor, now, tx } = step;
  await insertReturn(tx, batch, { id: step.newId(), hash, receipt, by: actor.userId, at: now });
  const details = { rows: written.length, repair: counts.repair, unknown: strange.unknown.length };
  await step.audit({ objectType: "import", objectId: batch.id, details });
  return { code, receipt, repeated: false, isApplying };
}

async function listHeld({ tx }: Step, batch: MendableBatch, rows: readonly RowPlace[]) {
  const held = (await findRows(tx, batch.id, rows)).filter(({ outcome }) => outcome === "quarantined");
  return new Set(held.map(rowKey));
}

/** Headers are named, what stands beneath them is not: whoever sent the file holds one side, the list shows the other. */
function columnsByRow({ recognition }: MendableBatch, cells: readonly CellPlace[]) {
  const headerOf = ({ column }: CellPlace): string[] =>
    recognition.columns.filter((own) => own.column === column).map(returnedHeader);
  return [...Map.groupBy(cells, rowKey).values()].map((own) => ({
    row: own[0]!.row,
    columns: own.flatMap(headerOf),
  }));
}

function numbersOf(rows: readonly RowPlace[]): readonly number[] {
  return rows.map(({ row }) => row);
}

/** What came of the last file of faulty rows that came back into a list. */
export const getLastReturn = read(
  { purpose: "import-last-return", permission: "import.read_report" },
  async (step, { batchId }: { readonly batchId: string }): Promise<StoredReturn | null> => {
    const batch = requireRead(step, await findBatch(step.tx, batchId));
    // Lists that are mended at their source never come back this way, and who reads only those sees no returns.
    if (whyNotMended(batch) === "at-source") return null;
    return (await findLastReturn(step.tx, batch.id)) ?? null;
  },
);

/** The list most rows name; a row of another is a row with a strange key. */
function codeOf({ rows }: ReturnedFile): string {
  const named = [...Map.groupBy(rows, ({ code }) => code)].filter(([code]) => code !== "");
  const [most] = named.toSorted(([, a], [, b]) => b.length - a.length);
  if (most === undefined) throw new AppError("invalid-input", { reason: "returned-without-code" });
  return most[0];
}

async function requireReturnable(
  step: Step,
  { code, kind }: { readonly code: string; readonly kind: ImportKind },
): Promise<MendableBatch> {
  const found = await findBatch(step.tx, code);
  if (found === undefined) throw new AppError("not-found", { reason: "returned-list-unknown" });
  const batch = requireRead(step, found);
  if (batch.kind !== kind)
    throw new AppError("conflict", { reason: "returned-other-kind", kind: batch.kind });
  return requireMendable(step, batch.id);
}

type Opened = { readonly place: SealedPlace; readonly row: ReturnedRow };

async function openKeys({ app, tx }: Step, batch: MendableBatch, { rows }: ReturnedFile) {
  const unknown: number[] = [];
  const withoutKey: number[] = [];
  const opened: Opened[] = [];
  for (const row of rows) {
    const place = row.code === batch.code ? openRowSeal(app, batch.id, row.key) : null;
    if (place !== null) opened.push({ place, row });
    else (row.key.trim() === "" && row.code === "" ? withoutKey : unknown).push(row.row);
  }
  const byPlace = Map.groupBy(opened, ({ place }) => rowKey(place));
  const there = new Set(
    (
      await findRows(
        tx,
        batch.id,
        opened.map(({ place }) => place),
      )
    ).map(rowKey),
  );
  const twice: number[] = [];
  const known: Opened[] = [];
  for (const [key, same] of byPlace) {
    const first = same[0]!;
    if (!there.has(key)) unknown.push(...same.map(({ row }) => row.row));
    else if (same.length > 1) twice.push(...same.map(({ row }) => row.row));
    else known.push(first);
  }
  return { known, unknown, twice, withoutKey };
}

/**
 * Which column of the file is which of the list, by header. Throws `invalid-input` when none is left, or when one of several
 * columns of the same name is gone: the rest could be taken for the wrong one.
 */
function columnsOf(batch: MendableBatch, { headers }: ReturnedFile) {
  const own = batch.recognition.columns;
  const found = [...Map.groupBy(own, (column) => returnedHeader(column).toLowerCase()).values()].flatMap(
    (same) => {
      const theirs = [...headers].filter(([, text]) => isSameHeader(text, returnedHeader(same[0]!)));
      if (theirs.length === 0) return [];
      if (theirs.length !== same.length) throw new AppError("invalid-input", { reason: "returned-columns" });
      return same.map(({ column }, at) => ({ own: column, theirs: theirs[at]![0] }));
    },
  );
  if (found.length === 0) throw new AppError("invalid-input", { reason: "returned-columns" });
  return found;
}
