import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";

export const copyReasons = ["claim", "alms-round"] as const;
export type CopyReason = (typeof copyReasons)[number];

export type CopyRow = {
  readonly id: string;
  readonly householdId: string;
  readonly sha256: string;
  readonly copySealed: Buffer;
  readonly children: number;
};

export type CopyOf = { readonly why: CopyReason; readonly referenceId: string };

export async function listCopyRows(tx: Tx, { why, referenceId }: CopyOf): Promise<readonly CopyRow[]> {
  const { rows } = await sql<CopyRow>`
    select c.id, c.household_id, c.sha256, c.copy_sealed, c.children from app.family_copies c
    where c.why = ${why} and c.reference_id = ${referenceId} order by c.id`.execute(tx);
  return rows;
}

export type NewCopy = CopyRow & { readonly villageCode: string };

export async function insertCopies(
  { tx, actor, now }: Step,
  { why, referenceId }: CopyOf,
  copies: readonly NewCopy[],
): Promise<void> {
  if (copies.length === 0) return;
  const column = <K extends keyof NewCopy>(key: K) => copies.map((copy) => copy[key]);
  await sql`
    insert into app.family_copies (region_code, id, village_code, household_id, why, reference_id, sha256, copy_sealed, children, frozen_by,
      frozen_at)
    select ${actor.regionCode}, c.id, c.village_code, c.household_id, ${why}, ${referenceId}, c.sha256, c.copy_sealed, c.children,
      ${actor.userId}, ${now}
    from unnest(${column("id")}::uuid[], ${column("villageCode")}::text[], ${column("householdId")}::uuid[], ${column("sha256")}::text[],
      ${column("copySealed")}::bytea[], ${column("children")}::int[]) as c (id, village_code, household_id, sha256, copy_sealed, children)`.execute(
    tx,
  );
}

/** Copies so old that no claim can still come of them. */
export async function deleteCopiesBefore(tx: Tx, before: Date): Promise<number> {
  const done = await sql`delete from app.family_copies where frozen_at < ${before}`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}
