import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import type { ReleaseTable } from "./release-table.ts";

export async function insertTables(
  { tx, actor }: Step,
  releaseId: string,
  tables: readonly ReleaseTable[],
): Promise<void> {
  for (const { name, columns, rows } of tables)
    await sql`
      insert into pub.release_tables (region_code, release_id, name, columns, rows, row_count)
      values (${actor.regionCode}, ${releaseId}, ${name}, ${columns}, ${JSON.stringify(rows)}::jsonb, ${rows.length})`.execute(
      tx,
    );
}

export async function listTables(tx: Tx, releaseId: string): Promise<readonly ReleaseTable[]> {
  const { rows } = await sql<ReleaseTable>`
    select name, columns, rows from pub.release_tables where release_id = ${releaseId}`.execute(tx);
  return rows;
}

export type Notice = {
  readonly releaseId: string;
  readonly words: string;
  readonly notedRole: string;
  readonly notedAt: Date;
};

export async function insertNotice(
  { tx, actor, now, newId }: Step,
  releaseId: string,
  words: string,
): Promise<void> {
  await sql`
    insert into pub.release_notices (region_code, id, release_id, words, noted_role, noted_at)
    values (${actor.regionCode}, ${newId()}, ${releaseId}, ${words}, ${actor.role}, ${now})`.execute(tx);
}

export async function listNotices(tx: Tx, regionCode: string): Promise<readonly Notice[]> {
  const { rows } = await sql<Notice>`
    select release_id, words, noted_role, noted_at from pub.release_notices where region_code = ${regionCode} order by noted_at`.execute(
    tx,
  );
  return rows;
}
