import { sql } from "kysely";
import type { Tx } from "#database";

export type FileKind = "a4" | "f4" | "scan";
export type MinutesFile = {
  readonly id: string;
  readonly minutesId: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly type: string;
  /** Hexadecimal SHA-256. */
  readonly hash: string;
  readonly madeAt: Date;
};

const columns = sql`f.id, f.minutes_id, f.kind, f.file_name as name, f.file_type as type, encode(f.file_hash, 'hex') as hash, f.made_at`;

/** The files of these minutes, the newest first, without what is in them. */
export async function listFiles(tx: Tx, minutesIds: readonly string[]): Promise<readonly MinutesFile[]> {
  const { rows } = await sql<MinutesFile>`
    select ${columns} from app.minutes_files f
    where f.region_code = (select app.region()) and f.minutes_id = any(${minutesIds}::uuid[]) order by f.made_at desc, f.id`.execute(
    tx,
  );
  return rows;
}

export async function findFile(
  tx: Tx,
  id: string,
): Promise<(MinutesFile & { readonly sealed: Buffer }) | undefined> {
  const { rows } = await sql<MinutesFile & { readonly sealed: Buffer }>`
    select ${columns}, f.sealed from app.minutes_files f where f.region_code = (select app.region()) and f.id = ${id}::uuid`.execute(
    tx,
  );
  return rows[0];
}

type NewFile = Omit<MinutesFile, "hash" | "madeAt"> & {
  readonly regionCode: string;
  readonly hash: Buffer;
  readonly sealed: Buffer;
  readonly by: string;
  readonly at: Date;
};

export async function insertFile(tx: Tx, f: NewFile): Promise<void> {
  await sql`
    insert into app.minutes_files (region_code, id, minutes_id, kind, file_name, file_type, file_hash, sealed, made_by, made_at)
    values (${f.regionCode}, ${f.id}, ${f.minutesId}, ${f.kind}, ${f.name}, ${f.type}, ${f.hash}, ${f.sealed}, ${f.by}, ${f.at})`.execute(
    tx,
  );
}

export type KnownFile = { readonly kind: FileKind; readonly madeAt: Date };

/** Whether a file of this SHA-256 belongs to the minutes of this code. */
export async function findKnownFile(tx: Tx, code: string, hash: Buffer): Promise<KnownFile | undefined> {
  const { rows } = await sql<KnownFile>`
    select k.kind, k.made_at from app.minutes_file_of_hash(${code}, ${hash}) k`.execute(tx);
  return rows[0];
}
