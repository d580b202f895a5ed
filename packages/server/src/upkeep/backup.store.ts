import { sql } from "kysely";
import type { Tx } from "#database";

/** `missing`: the file is not where it was written; `unreadable`: altered, broken off or of other keys. */
export type BackupProblem = "missing" | "unreadable";

export type StoredBackup = {
  readonly id: string;
  readonly madeAt: Date;
  readonly path: string;
  readonly checkedAt: Date | null;
  readonly problem: BackupProblem | null;
};

export async function insertBackup(
  tx: Tx,
  row: { readonly id: string; readonly regionCode: string; readonly path: string; readonly rows: number },
): Promise<void> {
  await sql`
    insert into app.backups (region_code, id, path, rows) values (${row.regionCode}, ${row.id}, ${row.path}, ${row.rows})`.execute(
    tx,
  );
}

export async function findLastBackup(tx: Tx, regionCode: string): Promise<StoredBackup | undefined> {
  const { rows } = await sql<StoredBackup>`
    select id, made_at, path, checked_at, problem from app.backups where region_code = ${regionCode}
    order by made_at desc, id desc limit 1`.execute(tx);
  return rows[0];
}

export async function updateBackup(tx: Tx, id: string, problem: BackupProblem | null): Promise<void> {
  await sql`update app.backups set checked_at = app.now(), problem = ${problem} where id = ${id}`.execute(tx);
}

/** Notes about backups that are long gone; the files themselves lie where whoever made them keeps them. */
export async function deleteOldNotes(tx: Tx, olderThanDays: number): Promise<void> {
  await sql`
    delete from app.backups where made_at < (select app.now()) - make_interval(days => ${olderThanDays})`.execute(
    tx,
  );
}
