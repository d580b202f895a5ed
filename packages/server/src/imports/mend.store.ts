import { sql } from "kysely";
import type { Tx } from "#database";
import type { ImportFacts } from "./import-batch.ts";

/** Why a row is left out. */
export const leaveOutReasons = [
  "not-eligible",
  "moved",
  "died",
  "twice",
  "other-village",
  "no-number",
  "other",
] as const;
export type LeaveOutReason = (typeof leaveOutReasons)[number];

export type NewMend = {
  readonly id: string;
  readonly sheet: number;
  readonly row: number;
  readonly decision: "mended" | "left-out";
  readonly reason: LeaveOutReason | null;
  readonly changesSealed: Buffer | null;
  /** The version of the row that this decision makes. */
  readonly version: number;
  /** Mended in a file of faulty rows: the version of the row that stood there. */
  readonly returnedFrom: number | null;
};

export type StoredMend = NewMend & {
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly undoneVersion: number | null;
};

export async function insertMends(
  tx: Tx,
  batch: ImportFacts,
  of: { readonly by: string; readonly at: Date; readonly mends: readonly NewMend[] },
): Promise<void> {
  const column = <K extends keyof NewMend>(key: K) => of.mends.map((mend) => mend[key]);
  await sql`
    insert into app.import_mends (region_code, batch_id, village_code, kecamatan_code, decided_by, decided_at, id, sheet, row_no,
      decision, reason, changes_sealed, version, returned_from)
    select ${batch.regionCode}, ${batch.id}::uuid, ${batch.villageCode}, ${batch.kecamatanCode}, ${of.by}::uuid, ${of.at}::timestamptz, m.*
    from unnest(${column("id")}::uuid[], ${column("sheet")}::int[], ${column("row")}::int[], ${column("decision")}::text[],
      ${column("reason")}::text[], ${column("changesSealed")}::bytea[], ${column("version")}::int[], ${column("returnedFrom")}::int[]) as m`.execute(
    tx,
  );
}

/** Decisions that stand, oldest first. */
export async function listMends(tx: Tx, batchId: string): Promise<readonly StoredMend[]> {
  return (await listDecisions(tx, batchId)).filter(({ undoneVersion }) => undoneVersion === null);
}

/** All that was decided, also what was undone, oldest first. */
export async function listDecisions(tx: Tx, batchId: string): Promise<readonly StoredMend[]> {
  const { rows } = await sql<StoredMend>`
    select id, sheet, row_no as row, decision, reason, changes_sealed, version, returned_from, decided_by, decided_at, undone_version
    from app.import_mends where batch_id = ${batchId} order by sheet, row_no, version`.execute(tx);
  return rows;
}

export async function undoMends(
  tx: Tx,
  of: {
    readonly mends: readonly { readonly id: string; readonly undoneVersion: number }[];
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update app.import_mends m set undone_by = ${of.by}, undone_at = ${of.at}, undone_version = u.version
    from unnest(${of.mends.map(({ id }) => id)}::uuid[], ${of.mends.map((mend) => mend.undoneVersion)}::int[]) as u (id, version)
    where m.id = u.id and m.undone_at is null`.execute(tx);
}
