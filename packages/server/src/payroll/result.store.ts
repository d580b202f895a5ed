import type { Deduction, DeductionOutcome, NotDeductedReason } from "@tuwai/domain/payroll";
import type { Rupiah } from "@tuwai/domain/money";
import { sql } from "kysely";
import type { Tx } from "#database";

export type Expectation = {
  readonly version: number;
  readonly mandates: number;
  readonly rupiah: Rupiah;
  readonly typedAt: Date;
};

/** What was typed last for this version. */
export async function findExpectation(
  tx: Tx,
  of: { readonly id: string; readonly version: number },
): Promise<Expectation | undefined> {
  const { rows } = await sql<Expectation>`
    select e.version, e.mandates, e.rupiah, e.typed_at from app.payroll_expectations e
    where e.batch_id = ${of.id} and e.version = ${of.version} order by e.typed_at desc, e.id desc limit 1`.execute(
    tx,
  );
  return rows[0];
}

type Owned = {
  readonly regionCode: string;
  readonly id: string;
  readonly batchId: string;
  readonly office: string;
};
type Made = { readonly by: string; readonly at: Date };

export async function insertExpectation(
  tx: Tx,
  of: Owned & { readonly version: number; readonly mandates: number; readonly rupiah: number },
  made: Made,
): Promise<void> {
  await sql`
    insert into app.payroll_expectations (region_code, id, batch_id, opd, version, mandates, rupiah, typed_by, typed_at)
    values (${of.regionCode}, ${of.id}, ${of.batchId}, ${of.office}, ${of.version}, ${of.mandates}, ${of.rupiah}, ${made.by}, ${made.at})`.execute(
    tx,
  );
}

export type Result = {
  readonly id: string;
  readonly batchId: string;
  readonly office: string;
  readonly version: number;
  readonly fileName: string;
  readonly fileHash: string;
  readonly mandates: number;
  readonly rupiah: Rupiah;
  readonly readAt: Date;
  readonly entryId: string | null;
};

const columns = sql`r.id, r.batch_id, r.opd as office, r.version, r.file_name, encode(r.file_hash, 'hex') as file_hash, r.mandates, r.rupiah,
  r.read_at, r.entry_id`;

/** The result that stands; a batch has at most one. */
export async function findResult(tx: Tx, batchId: string): Promise<Result | undefined> {
  const { rows } = await sql<Result>`
    select ${columns} from app.payroll_results r where r.batch_id = ${batchId} and r.undone_at is null`.execute(
    tx,
  );
  return rows[0];
}

/** Standing results that are not in the books yet, oldest first. */
export async function listUnposted(tx: Tx, limit: number): Promise<readonly Result[]> {
  const { rows } = await sql<Result>`
    select ${columns} from app.payroll_results r where r.region_code = (select app.region()) and r.undone_at is null and r.entry_id is null
      and r.rupiah > 0 order by r.read_at, r.id limit ${limit} for update skip locked`.execute(tx);
  return rows;
}

export async function markPosted(tx: Tx, id: string, entryId: string): Promise<void> {
  await sql`update app.payroll_results set entry_id = ${entryId} where id = ${id}`.execute(tx);
}

export async function insertResult(
  tx: Tx,
  of: Owned & {
    readonly version: number;
    readonly fileName: string;
    readonly fileBytes: number;
    readonly fileHash: Buffer;
    readonly originalSealed: Buffer;
    readonly mandates: number;
    readonly rupiah: number;
  },
  deductions: readonly (Omit<Deduction, "mandateCode"> & { readonly mandateId: string })[],
  made: Made,
): Promise<void> {
  await sql`
    insert into app.payroll_results (region_code, id, batch_id, opd, version, file_name, file_bytes, file_hash, original_sealed, mandates,
      rupiah, read_by, read_at)
    values (${of.regionCode}, ${of.id}, ${of.batchId}, ${of.office}, ${of.version}, ${of.fileName}, ${of.fileBytes}, ${of.fileHash},
      ${of.originalSealed}, ${of.mandates}, ${of.rupiah}, ${made.by}, ${made.at})`.execute(tx);
  await sql`
    insert into app.payroll_deductions (region_code, result_id, opd, pledge_id, rupiah, times, outcome, reason, words)
    select ${of.regionCode}, ${of.id}, ${of.office}, d."mandateId", d."amount", d."times", d."outcome", d."reason", d."words"
    from jsonb_to_recordset(${JSON.stringify(deductions)}::jsonb) as d("mandateId" uuid, "amount" bigint, "times" integer, "outcome" text,
      "reason" text, "words" text)`.execute(tx);
}

export async function markResultUndone(tx: Tx, id: string, made: Made): Promise<boolean> {
  const done = await sql`
    update app.payroll_results set undone_by = ${made.by}, undone_at = ${made.at} where id = ${id} and undone_at is null`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

export type StoredDeduction = {
  readonly mandateId: string;
  readonly rupiah: Rupiah;
  readonly times: number;
  readonly outcome: DeductionOutcome;
  readonly reason: NotDeductedReason | null;
  readonly words: string | null;
};

export async function listDeductions(tx: Tx, resultId: string): Promise<readonly StoredDeduction[]> {
  const { rows } = await sql<StoredDeduction>`
    select d.pledge_id as mandate_id, d.rupiah, d.times, d.outcome, d.reason, d.words
    from app.payroll_deductions d where d.result_id = ${resultId} order by d.pledge_id`.execute(tx);
  return rows;
}
