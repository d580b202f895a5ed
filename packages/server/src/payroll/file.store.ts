import { sql } from "kysely";
import type { Tx } from "#database";

export type FileForm = "all" | "changes";
export type FileFormat = "xlsx" | "csv";

export type GivenFile = {
  readonly id: string;
  readonly version: number;
  readonly form: FileForm;
  readonly format: FileFormat;
  readonly givenAt: Date;
  readonly voidedAt: Date | null;
};

/** Newest first. */
export async function listFiles(tx: Tx, batchId: string): Promise<readonly GivenFile[]> {
  const { rows } = await sql<GivenFile>`
    select f.id, f.version, f.form, f.format, f.given_at, f.voided_at from app.payroll_files f
    where f.batch_id = ${batchId} order by f.given_at desc, f.id desc limit 20`.execute(tx);
  return rows;
}

export async function insertFile(
  tx: Tx,
  file: Pick<GivenFile, "id" | "version" | "form" | "format"> & {
    readonly regionCode: string;
    readonly batchId: string;
    readonly office: string;
    readonly fingerprint: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into app.payroll_files (region_code, id, batch_id, opd, version, content_hash, form, format, given_by, given_at)
    values (${file.regionCode}, ${file.id}, ${file.batchId}, ${file.office}, ${file.version}, decode(${file.fingerprint}, 'hex'),
      ${file.form}, ${file.format}, ${file.by}, ${file.at})`.execute(tx);
}

/** How many files that were given out are void from now on. */
export async function voidFiles(
  tx: Tx,
  batchId: string,
  made: { readonly by: string; readonly at: Date },
): Promise<number> {
  const done = await sql`
    update app.payroll_files set voided_by = ${made.by}, voided_at = ${made.at} where batch_id = ${batchId} and voided_at is null`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0);
}
