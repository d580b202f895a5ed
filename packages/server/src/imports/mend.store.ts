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
};

export type StoredMend = NewMend & { readonly decidedBy: string; readonly decidedAt: Date };

export async function insertMends(
  tx: Tx,
  batch: ImportFacts,
  of: { readonly by: string; readonly at: Date; readonly mends: readonly NewMend[] },
): Promise<void> {
  const column = <K extends keyof NewMend>(key: K) => of.mends.map((mend) => mend[key]);
  await sql`
    insert into app.import_mends (region_code, batch_id, village_code, kecamatan_code, decided_by, decided_at, id, sheet, row_no,
      decision, reason, changes_sealed)
    select ${batch.regionCode}, ${batch.id}::uuid, ${batch.villageCode}, ${batch.kecamatanCode}, ${of.by}::uuid, ${of.at}::timestamptz, m.*
    from unnest(${column("id")}::uuid[], ${column("sheet")}::int[], ${column("row")}::int[], ${column("decision")}::text[],
      ${column("reason")}::text[], ${column("changesSealed")}::bytea[]) as m`.execute(tx);
}

/** Decisions that stand, oldest first. */
export async function listMends(tx: Tx, batchId: string): Promise<readonly StoredMend[]> {
  const { rows } = await sql<StoredMend>`
    select id, sheet, row_no as row, decision, reason, changes_sealed, decided_by, decided_at
    from app.import_mends where batch_id = ${batchId} and undone_at is null order by decided_at, id`.execute(
    tx,
  );
  return rows;
}

export async function undoMends(
  tx: Tx,
  of: { readonly ids: readonly string[]; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    update app.import_mends set undone_by = ${of.by}, undone_at = ${of.at}
    where id = any(${[...of.ids]}::uuid[]) and undone_at is null`.execute(tx);
}
