import { sql } from "kysely";
import type { Tx } from "#database";
import type { ImportFacts } from "./import-batch.ts";

/** What the rows of a file of faulty rows did when it came back. Numbers are rows of the list; of `unknown` and those below, rows of that file. */
export type ReturnReceipt = {
  /** Changed, and good now. */
  readonly mended: readonly number[];
  /** Changed, and still held back. */
  readonly stillWrong: readonly number[];
  /** Somebody else decided about them after the file was downloaded: that stands. */
  readonly overtaken: readonly number[];
  readonly saved: readonly number[];
  /** Another copy of the file came before and says something else of these cells, which are right: that stands. */
  readonly differing: readonly { readonly row: number; readonly columns: readonly string[] }[];
  /** Rows of the list held back when the file had been taken in. */
  readonly remaining: number;
  /** The key was changed, or belongs to another list. */
  readonly unknown: readonly number[];
  /** One key on several rows: none of them counts. */
  readonly twice: readonly number[];
  readonly withoutKey: readonly number[];
};

export type StoredReturn = { readonly receipt: ReturnReceipt; readonly returnedAt: Date };

type Returned = {
  readonly id: string;
  readonly hash: Buffer;
  readonly receipt: ReturnReceipt;
  readonly by: string;
  readonly at: Date;
};

export async function insertReturn(tx: Tx, batch: ImportFacts, of: Returned): Promise<void> {
  await sql`
    insert into app.import_returns (region_code, id, batch_id, village_code, kecamatan_code, file_sha256, receipt, returned_by, returned_at)
    values (${batch.regionCode}, ${of.id}, ${batch.id}, ${batch.villageCode}, ${batch.kecamatanCode}, ${of.hash},
      ${JSON.stringify(of.receipt)}::jsonb, ${of.by}, ${of.at})`.execute(tx);
}

/** The same bytes taken in before. */
export async function findReturn(tx: Tx, batchId: string, hash: Buffer): Promise<StoredReturn | undefined> {
  const { rows } = await sql<StoredReturn>`
    select receipt, returned_at from app.import_returns where batch_id = ${batchId} and file_sha256 = ${hash}`.execute(
    tx,
  );
  return rows.map(complete)[0];
}

/** Receipts of before 2026-12 do not speak of cells that differ. */
const complete = (of: StoredReturn): StoredReturn => ({ ...of, receipt: { ...none, ...of.receipt } });
const none: Pick<ReturnReceipt, "differing"> = { differing: [] };

export async function findLastReturn(tx: Tx, batchId: string): Promise<StoredReturn | undefined> {
  const { rows } = await sql<StoredReturn>`
    select receipt, returned_at from app.import_returns where batch_id = ${batchId}
    order by returned_at desc, id desc limit 1`.execute(tx);
  return rows.map(complete)[0];
}
