import { sql } from "kysely";
import type { RowIssue } from "@tuwai/domain/intake";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import type { ImportFacts, ImportRowView } from "./import-batch.ts";

export type NewRow = {
  readonly sheet: number;
  readonly row: number;
  readonly outcome: string;
  readonly rawSealed: Buffer | null;
  readonly cleanSealed: Buffer | null;
  readonly issues: readonly RowIssue[];
};

export async function insertRows(tx: Tx, batch: ImportFacts, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.import_rows (region_code, batch_id, village_code, kecamatan_code, sheet, row_no, outcome, raw_sealed, clean_sealed, issues)
    select ${batch.regionCode}, ${batch.id}::uuid, ${batch.villageCode}, ${batch.kecamatanCode}, r.*
    from unnest(${rows.map((row) => row.sheet)}::int[], ${rows.map((row) => row.row)}::int[], ${rows.map((row) => row.outcome)}::text[],
      ${rows.map((row) => row.rawSealed)}::bytea[], ${rows.map((row) => row.cleanSealed)}::bytea[],
      ${rows.map((row) => JSON.stringify(row.issues))}::jsonb[]) as r`.execute(tx);
}

export async function deleteRows(tx: Tx, batchId: string): Promise<void> {
  await sql`delete from app.import_rows where batch_id = ${batchId}`.execute(tx);
}

/** After the whole file was compared: rows that differ under one key are held back, repeated rows are skipped. */
export async function updateRowVerdict(
  tx: Tx,
  batchId: string,
  row: {
    readonly sheet: number;
    readonly row: number;
    readonly outcome: "quarantined" | "duplicate" | null;
    readonly issues: readonly RowIssue[];
  },
): Promise<void> {
  await sql`
    update app.import_rows set outcome = coalesce(${row.outcome}, outcome), issues = issues || ${JSON.stringify(row.issues)}::jsonb
    where batch_id = ${batchId} and sheet = ${row.sheet} and row_no = ${row.row}`.execute(tx);
}

export type StoredRow = { readonly sheet: number; readonly row: number; readonly cleanSealed: Buffer };

export async function takeAcceptedRows(
  tx: Tx,
  batchId: string,
  limit: number,
): Promise<readonly StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select sheet, row_no as row, clean_sealed from app.import_rows
    where batch_id = ${batchId} and outcome = 'accepted' order by sheet, row_no limit ${limit}`.execute(tx);
  return rows;
}

/**
 * Sets one outcome for rows of a sheet. The range beside the list keeps the planner on the primary key, also right after a
 * hundred thousand rows came in and nothing has been analysed yet.
 */
export async function updateRowOutcomes(
  tx: Tx,
  of: {
    readonly batchId: string;
    readonly sheet: number;
    readonly rows: readonly number[];
    readonly outcome: string;
  },
): Promise<void> {
  await sql`
    update app.import_rows set outcome = ${of.outcome}
    where batch_id = ${of.batchId} and sheet = ${of.sheet} and row_no = any(${of.rows}::int[])
      and row_no >= ${Math.min(...of.rows)} and row_no <= ${Math.max(...of.rows)}`.execute(tx);
}

/** Adds what an applier found to one row and holds it back or skips it. */
export async function updateRowIssue(
  tx: Tx,
  of: {
    readonly batchId: string;
    readonly sheet: number;
    readonly row: number;
    readonly outcome: string;
    readonly issue: RowIssue;
  },
): Promise<void> {
  await sql`
    update app.import_rows set outcome = ${of.outcome}, issues = issues || ${JSON.stringify([of.issue])}::jsonb
    where batch_id = ${of.batchId} and sheet = ${of.sheet} and row_no = ${of.row}`.execute(tx);
}

/** Undo: rows that had been applied are accepted again, so that the batch could be applied anew. */
export async function resetRows(tx: Tx, batchId: string): Promise<void> {
  await sql`update app.import_rows set outcome = 'accepted' where batch_id = ${batchId} and outcome in ('applied', 'unchanged')`.execute(
    tx,
  );
}

export async function countOutcomes(tx: Tx, batchId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ outcome: string; n: number }>`
    select outcome, count(*)::int as n from app.import_rows where batch_id = ${batchId} group by outcome`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.outcome, row.n]));
}

export type RowChoice = { readonly outcome?: string; readonly withIssues?: boolean };

const chosen = (batchId: string, { outcome, withIssues }: RowChoice) => sql`batch_id = ${batchId}
  and ${outcome === undefined ? sql`true` : sql`outcome = ${outcome}`}
  and ${withIssues === true ? sql`issues <> '[]'::jsonb` : sql`true`}`;

export async function listRowViews(
  tx: Tx,
  batchId: string,
  choice: RowChoice & PageSize,
): Promise<readonly ImportRowView[]> {
  const { rows } = await sql<ImportRowView>`
    select sheet, row_no as row, outcome, issues from app.import_rows where ${chosen(batchId, choice)}
    order by sheet, row_no limit ${choice.limit} offset ${choice.offset}`.execute(tx);
  return rows;
}

export async function listUnderstoodRows(
  tx: Tx,
  batchId: string,
  part: PageSize,
): Promise<readonly (ImportRowView & { readonly cleanSealed: Buffer | null })[]> {
  const { rows } = await sql<ImportRowView & { readonly cleanSealed: Buffer | null }>`
    select sheet, row_no as row, outcome, issues, clean_sealed from app.import_rows where batch_id = ${batchId}
    order by sheet, row_no limit ${part.limit} offset ${part.offset}`.execute(tx);
  return rows;
}

export async function countRowViews(tx: Tx, batchId: string, choice: RowChoice): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.import_rows where ${chosen(batchId, choice)}`.execute(tx);
  return rows[0]!.n;
}

/** A row as it is compared with the others of its file: everything that speaks of somebody. */
export type ComparedRow = {
  readonly sheet: number;
  readonly row: number;
  readonly outcome: string;
  readonly issues: readonly RowIssue[];
  readonly rawSealed: Buffer | null;
  readonly cleanSealed: Buffer | null;
};

const compared = sql.raw("sheet, row_no as row, outcome, issues, raw_sealed, clean_sealed");

/** Some of the rows that are compared, behind a place and in the order of the file, without the cells they came with. */
export async function listRowsToCompare(
  tx: Tx,
  batchId: string,
  {
    after,
    limit,
  }: { readonly after: { readonly sheet: number; readonly row: number }; readonly limit: number },
): Promise<readonly Omit<ComparedRow, "rawSealed">[]> {
  const { rows } = await sql<Omit<ComparedRow, "rawSealed">>`
    select sheet, row_no as row, outcome, issues, clean_sealed from app.import_rows
    where batch_id = ${batchId} and (sheet, row_no) > (${after.sheet}::int, ${after.row}::int)
      and outcome not in ('blank', 'header', 'note')
    order by sheet, row_no limit ${limit}`.execute(tx);
  return rows;
}

export async function listHeldRows(tx: Tx, batchId: string): Promise<readonly ComparedRow[]> {
  const { rows } = await sql<ComparedRow>`
    select ${compared} from app.import_rows where batch_id = ${batchId} and outcome = 'quarantined' order by sheet, row_no`.execute(
    tx,
  );
  return rows;
}

export async function findRows(
  tx: Tx,
  batchId: string,
  places: readonly { readonly sheet: number; readonly row: number }[],
): Promise<readonly ComparedRow[]> {
  const { rows } = await sql<ComparedRow>`
    select ${compared} from app.import_rows where batch_id = ${batchId} and outcome not in ('blank', 'header', 'note')
      and (sheet, row_no) in (select * from unnest(${places.map(({ sheet }) => sheet)}::int[], ${places.map(({ row }) => row)}::int[]))`.execute(
    tx,
  );
  return rows;
}

/** A row as it stands after somebody decided about it or about another row of its file; without new values its own stay. */
export async function restateRow(
  tx: Tx,
  batchId: string,
  row: Omit<ComparedRow, "rawSealed">,
): Promise<void> {
  await sql`
    update app.import_rows set outcome = ${row.outcome}, issues = ${JSON.stringify(row.issues)}::jsonb, clean_sealed = coalesce(${row.cleanSealed}, clean_sealed)
    where batch_id = ${batchId} and sheet = ${row.sheet} and row_no = ${row.row}`.execute(tx);
}
