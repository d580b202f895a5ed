import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { CivilDate } from "@tuwai/domain/time";
import type { FileRemark, SheetChoice, TableRecognition } from "@tuwai/domain/intake";
import { type Area, importsWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import type { BatchIn, ImportBatch, ImportState, Progress, Refusal, RowCounts } from "./import-batch.ts";
import { type BatchRow, toBatch } from "./to-batch.ts";

const columns = sql.raw(`region_code, id, code, kind, village_code, kecamatan_code, state, file_name,
  file_bytes, sheets, refusal, recognition, warnings, counts, progress, uploaded_by,
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
  | "sheets"
> & { readonly regionCode: string; readonly fileHash: Buffer };

export async function insertBatch(tx: Tx, batch: NewBatch): Promise<void> {
  await sql`
    insert into app.import_batches (region_code, id, code, kind, village_code, kecamatan_code, state, file_name, file_sha256, file_bytes, sheets,
      uploaded_by, uploaded_role, uploaded_scope, uploaded_at)
    values (${batch.regionCode}, ${batch.id}, ${batch.code}, ${batch.kind}, ${batch.villageCode}, ${batch.kecamatanCode}, 'received',
      ${batch.fileName}, ${batch.fileHash}, ${batch.fileBytes}, ${json(batch.sheets ?? undefined)}::jsonb, ${batch.uploadedBy}, ${batch.uploadedRole}, ${batch.uploadedScope},
      ${batch.uploadedAt})`.execute(tx);
}

/**
 * By id or by code; `lock` holds it until the transaction ends. Its key stays free: rows that are being written refer to it, and
 * whoever sets a file aside does not wait for its reader.
 */
export async function findBatch(tx: Tx, idOrCode: string, lock = false): Promise<ImportBatch | undefined> {
  const isId = /^[0-9a-f-]{36}$/.test(idOrCode);
  const { rows } = await sql<BatchRow>`
    select ${columns} from app.import_batches where ${isId ? sql`id = ${idOrCode}` : sql`code = ${idOrCode}`}
    ${lock ? sql`for no key update` : sql``}`.execute(tx);
  return rows.map(toBatch)[0];
}

/** An earlier batch of the same bytes from the same sender that still counts. */
export async function findSameFile(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly hash: Buffer;
    readonly kind: string;
    readonly villageCode: string | null;
    readonly sheets: SheetChoice | null;
  },
): Promise<ImportBatch | undefined> {
  const { rows } = await sql<BatchRow>`
    select ${columns} from app.import_batches
    where region_code = ${of.regionCode} and file_sha256 = ${of.hash} and kind = ${of.kind} and village_code is not distinct from ${of.villageCode}
      and (${of.sheets === null} or sheets = ${json(of.sheets ?? undefined)}::jsonb)
      and state not in ('undone', 'discarded', 'refused') order by uploaded_at limit 1`.execute(tx);
  return rows.map(toBatch)[0];
}

/** Files that somebody sent on a day of Asia/Jakarta. */
export async function countFilesOfDay(
  tx: Tx,
  { userId, day }: { readonly userId: string; readonly day: CivilDate },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.import_batches
    where uploaded_by = ${userId} and uploaded_at >= ${`${day}T00:00:00+07:00`}::timestamptz`.execute(tx);
  return rows[0]!.n;
}

export type BatchChoice<State extends ImportState = ImportState> = {
  readonly area: Area;
  /** Null: every kind. */
  readonly kinds: readonly string[] | null;
  readonly state?: State | undefined;
  /** Leaves out what this user sent: nobody is their own second person. */
  readonly notBy?: string;
  readonly sort: "newest" | "longest-waiting";
};

const chosen = ({ area, kinds, state, notBy }: BatchChoice) => sql`${importsWithin(area, "b")}
  and (${kinds}::text[] is null or kind = any(${kinds}::text[]))
  and ${state === undefined ? sql`true` : sql`state = ${state}`}
  and ${notBy === undefined ? sql`true` : sql`uploaded_by <> ${notBy}`}`;

const orders = {
  newest: sql`order by uploaded_at desc, id desc`,
  "longest-waiting": sql`order by uploaded_at, id`,
} as const;

export async function listBatches<State extends ImportState>(
  tx: Tx,
  choice: BatchChoice<State>,
  part: PageSize,
): Promise<readonly BatchIn<State>[]> {
  const { rows } = await sql<BatchRow>`
    select ${columns} from app.import_batches b where ${chosen(choice)} ${orders[choice.sort]}
    limit ${part.limit} offset ${part.offset}`.execute(tx);
  return rows.map(toBatch) as BatchIn<State>[];
}

export async function countBatches(tx: Tx, choice: BatchChoice): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.import_batches b where ${chosen(choice)}`.execute(tx);
  return rows[0]!.n;
}

type BatchChange = {
  readonly state: ImportState;
  readonly sheets?: readonly string[];
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
      refusal = coalesce(${json(change.refusal)}::jsonb, refusal), sheets = coalesce(${json(change.sheets)}::jsonb, sheets), recognition = coalesce(${json(change.recognition)}::jsonb, recognition),
      warnings = coalesce(${json(change.warnings)}::jsonb, warnings), counts = coalesce(${json(change.counts)}::jsonb, counts),
      approved_by = coalesce(${change.approvedBy ?? null}, approved_by), applied_at = coalesce(${change.appliedAt ?? null}, applied_at),
      undone_at = ${change.undone?.at ?? null}, undone_by = ${change.undone?.by ?? null}
    where id = ${id}`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

export async function updateProgress(tx: Tx, id: string, progress: Progress): Promise<void> {
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

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** Which of these batches were settled (applied, undone, discarded or refused) more than so many days ago. */
export async function listSettledBefore(
  tx: Tx,
  ids: readonly string[],
  days: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from app.import_batches
    where id = any(${[...ids]}::uuid[]) and state not in ('received', 'applying')
      and coalesce(applied_at, uploaded_at) < (select app.now()) - make_interval(days => ${days})`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
