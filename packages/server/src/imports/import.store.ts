import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { FileRemark, RememberedMapping, RowIssue, TableRecognition } from "@tuwai/domain/imports";
import { type Area, importsWithin } from "#access";
import type { Tx } from "#database";
import type { ImportBatch, ImportRowView, ImportState, Refusal, RowCounts } from "./import-batch.ts";

const columns = sql.raw(`region_code, id, code, kind, village_code, kecamatan_code, state, file_name,
  file_bytes, refusal, recognition, warnings, counts, progress, uploaded_by,
  uploaded_role, uploaded_scope, uploaded_at, approved_by,
  applied_at, undone_at, version`);

export type NewBatch = Pick<
  ImportBatch,
  | "id"
  | "code"
  | "kind"
  | "villageCode"
  | "kecamatanCode"
  | "fileName"
  | "fileBytes"
  | "uploadedBy"
  | "uploadedRole"
  | "uploadedScope"
  | "uploadedAt"
> & { readonly regionCode: string; readonly fileHash: Buffer };

export async function insertBatch(tx: Tx, batch: NewBatch): Promise<void> {
  await sql`
    insert into app.import_batches (region_code, id, code, kind, village_code, kecamatan_code, state, file_name, file_sha256, file_bytes,
      uploaded_by, uploaded_role, uploaded_scope, uploaded_at)
    values (${batch.regionCode}, ${batch.id}, ${batch.code}, ${batch.kind}, ${batch.villageCode}, ${batch.kecamatanCode}, 'received',
      ${batch.fileName}, ${batch.fileHash}, ${batch.fileBytes}, ${batch.uploadedBy}, ${batch.uploadedRole}, ${batch.uploadedScope},
      ${batch.uploadedAt})`.execute(tx);
}

/** By id or by code; `lock` holds it until the transaction ends. */
export async function findBatch(tx: Tx, idOrCode: string, lock = false): Promise<ImportBatch | undefined> {
  const isId = /^[0-9a-f-]{36}$/.test(idOrCode);
  const { rows } = await sql<ImportBatch>`
    select ${columns} from app.import_batches where ${isId ? sql`id = ${idOrCode}` : sql`code = ${idOrCode}`}
    ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

/** An earlier batch of the same bytes from the same sender that still counts. */
export async function findSameFile(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly hash: Buffer;
    readonly kind: string;
    readonly villageCode: string | null;
  },
): Promise<ImportBatch | undefined> {
  const { rows } = await sql<ImportBatch>`
    select ${columns} from app.import_batches
    where region_code = ${of.regionCode} and file_sha256 = ${of.hash} and kind = ${of.kind} and village_code is not distinct from ${of.villageCode}
      and state not in ('undone', 'discarded', 'refused') order by uploaded_at limit 1`.execute(tx);
  return rows[0];
}

export async function listBatches(
  tx: Tx,
  page: {
    readonly area: Area;
    readonly kinds: readonly string[] | null;
    readonly state?: string;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly batches: readonly ImportBatch[]; readonly total: number }> {
  const filter = sql`${importsWithin(page.area, "b")} and (${page.kinds}::text[] is null or kind = any(${page.kinds}::text[]))
    and ${page.state === undefined ? sql`true` : sql`state = ${page.state}`}`;
  const { rows } = await sql<ImportBatch>`
    select ${columns} from app.import_batches b where ${filter} order by uploaded_at desc, id desc limit ${page.limit} offset ${page.offset}`.execute(
    tx,
  );
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from app.import_batches b where ${filter}`.execute(tx);
  return { batches: rows, total: total.rows[0]!.n };
}

type BatchChange = {
  readonly state: ImportState;
  readonly refusal?: Refusal;
  readonly recognition?: TableRecognition;
  readonly warnings?: readonly FileRemark[];
  readonly counts?: RowCounts;
  readonly approvedBy?: string;
  readonly appliedAt?: Date;
  readonly undone?: { readonly at: Date; readonly by: string };
};

/** Moves a batch on; every change gives it a new version and clears its progress. */
export async function updateBatch(tx: Tx, id: string, change: BatchChange): Promise<number> {
  const result = await sql`
    update app.import_batches set state = ${change.state}, progress = null, version = version + 1,
      refusal = coalesce(${json(change.refusal)}::jsonb, refusal), recognition = coalesce(${json(change.recognition)}::jsonb, recognition),
      warnings = coalesce(${json(change.warnings)}::jsonb, warnings), counts = coalesce(${json(change.counts)}::jsonb, counts),
      approved_by = coalesce(${change.approvedBy ?? null}, approved_by), applied_at = coalesce(${change.appliedAt ?? null}, applied_at),
      undone_at = ${change.undone?.at ?? null}, undone_by = ${change.undone?.by ?? null}
    where id = ${id}`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

export async function updateProgress(
  tx: Tx,
  id: string,
  progress: NonNullable<ImportBatch["progress"]>,
): Promise<void> {
  await sql`update app.import_batches set progress = ${json(progress)}::jsonb where id = ${id}`.execute(tx);
}

const askAgainMillis = 100;

/**
 * One worker per batch: the second waits here and then finds the work done. It asks again and again, as one long wait in the
 * database would end with the login's statement timeout, and a large file takes longer than that.
 */
export async function lockBatchWork(tx: Tx, id: string): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ isMine: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`import|${id}`}, 0)) as is_mine`.execute(tx);
    if (rows[0]!.isMine) return;
    await pause(askAgainMillis);
  }
}

export type NewRow = {
  readonly sheet: number;
  readonly row: number;
  readonly outcome: string;
  readonly rawSealed: Buffer | null;
  readonly cleanSealed: Buffer | null;
  readonly issues: readonly RowIssue[];
};

export async function insertRows(tx: Tx, batch: ImportBatch, rows: readonly NewRow[]): Promise<void> {
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
    readonly row: number;
    readonly outcome: "quarantined" | "duplicate" | null;
    readonly issues: readonly RowIssue[];
  },
): Promise<void> {
  await sql`
    update app.import_rows set outcome = coalesce(${row.outcome}, outcome), issues = issues || ${JSON.stringify(row.issues)}::jsonb
    where batch_id = ${batchId} and row_no = ${row.row}`.execute(tx);
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

export async function listRowViews(
  tx: Tx,
  batchId: string,
  of: {
    readonly outcome?: string;
    readonly withIssues?: boolean;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<readonly ImportRowView[]> {
  const { rows } = await sql<ImportRowView>`
    select sheet, row_no as row, outcome, issues from app.import_rows
    where batch_id = ${batchId} and ${of.outcome === undefined ? sql`true` : sql`outcome = ${of.outcome}`}
      and ${of.withIssues === true ? sql`issues <> '[]'::jsonb` : sql`true`}
    order by sheet, row_no limit ${of.limit} offset ${of.offset}`.execute(tx);
  return rows;
}

export async function listMappings(
  tx: Tx,
  of: { readonly kind: string; readonly scopeKey: string },
): Promise<readonly RememberedMapping[]> {
  const { rows } = await sql<{ mapping: RememberedMapping }>`
    select mapping from app.import_mappings where kind = ${of.kind} and scope_key = ${of.scopeKey} order by updated_at desc limit 20`.execute(
    tx,
  );
  return rows.map((row) => row.mapping);
}

export async function rememberMapping(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly kind: string;
    readonly scopeKey: string;
    readonly headerHash: Buffer;
    readonly mapping: RememberedMapping;
    readonly at: Date;
  },
): Promise<void> {
  const updated = await sql`
    update app.import_mappings set mapping = ${json(of.mapping)}::jsonb, updated_at = ${of.at}, version = version + 1
    where kind = ${of.kind} and scope_key = ${of.scopeKey} and header_hash = ${of.headerHash}`.execute(tx);
  if (Number(updated.numAffectedRows ?? 0) > 0) return;
  await sql`
    insert into app.import_mappings (region_code, kind, scope_key, header_hash, mapping, updated_at)
    values (${of.regionCode}, ${of.kind}, ${of.scopeKey}, ${of.headerHash}, ${json(of.mapping)}::jsonb, ${of.at}) on conflict do nothing`.execute(
    tx,
  );
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
