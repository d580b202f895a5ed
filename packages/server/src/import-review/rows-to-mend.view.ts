import { sql } from "kysely";
import type { Tx } from "#database";

export type GoodRow = { readonly sheet: number; readonly row: number; readonly cleanSealed: Buffer };

/** Some sound rows of a file: what numbers in it look like. */
export async function sampleGoodRows(tx: Tx, batchId: string, limit: number): Promise<readonly GoodRow[]> {
  const { rows } = await sql<GoodRow>`
    select sheet, row_no as row, clean_sealed from app.import_rows
    where batch_id = ${batchId} and outcome in ('accepted', 'applied', 'unchanged') and clean_sealed is not null
    order by sheet, row_no limit ${limit}`.execute(tx);
  return rows;
}

export type KnownRow = {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly nikSealed: Buffer;
};

/** People of the village born on one of these days whose number is known. */
export async function listKnownBornOn(
  tx: Tx,
  villageCode: string,
  days: readonly string[],
): Promise<readonly KnownRow[]> {
  if (days.length === 0) return [];
  const { rows } = await sql<KnownRow>`
    select id, full_name, birth_date::text as birth_date, nik_sealed from app.persons
    where village_code = ${villageCode} and birth_date = any(${[...days]}::date[]) and nik_sealed is not null and withdrawn_at is null`.execute(
    tx,
  );
  return rows;
}

export type DecidedRow = {
  readonly sheet: number;
  readonly row: number;
  readonly outcome: string;
  readonly rawSealed: Buffer | null;
};

export async function listDecidedRows(tx: Tx, batchId: string): Promise<readonly DecidedRow[]> {
  const { rows } = await sql<DecidedRow>`
    select r.sheet, r.row_no as row, r.outcome, r.raw_sealed from app.import_rows r
    where r.batch_id = ${batchId} and exists (
      select from app.import_mends m where m.batch_id = r.batch_id and m.sheet = r.sheet and m.row_no = r.row_no and m.undone_at is null)
    order by r.sheet, r.row_no`.execute(tx);
  return rows;
}
