import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";

export type IdentityRow = {
  readonly id: string;
  readonly kind: "merge" | "split";
  /** merge: who is kept; split: whose row it was. */
  readonly personId: string;
  /** merge: what is read as part of the kept one; split: whom the row describes, null for somebody new. */
  readonly otherId: string | null;
  readonly recordId: string | null;
  readonly state: "waiting" | "standing" | "refused" | "undone";
  readonly note: string | null;
  readonly recordedBy: string;
  readonly recordedRole: Role;
  readonly recordedAt: Date;
  readonly refusal: string | null;
  readonly version: number;
};

export type NewIdentity = Pick<IdentityRow, "id" | "kind" | "personId" | "otherId" | "recordId" | "note"> & {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly actorId: string;
  readonly role: Role;
};

/** Says whether nothing of the same kind waits or stands yet. */
export async function insertIdentity(tx: Tx, row: NewIdentity): Promise<boolean> {
  const done = await sql`
    insert into app.identity_decisions (region_code, id, village_code, kecamatan_code, kind, person_id, other_id, record_id, note,
      recorded_by, recorded_role)
    values (${row.regionCode}, ${row.id}, ${row.villageCode}, ${row.kecamatanCode}, ${row.kind}, ${row.personId}, ${row.otherId}::uuid,
      ${row.recordId}::uuid, ${row.note}, ${row.actorId}, ${row.role})
    on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function findIdentity(tx: Tx, area: Area, id: string): Promise<IdentityRow | undefined> {
  const { rows } = await sql<IdentityRow>`
    select d.id, d.kind, d.person_id, d.other_id, d.record_id, d.state, d.note, d.recorded_by, d.recorded_role, d.recorded_at,
      d.refusal, d.version
    from app.identity_decisions d where d.id = ${id} and ${placeWithin(area, "d")}`.execute(tx);
  return rows[0];
}

/** A second person's word. Says whether it still waited at this version. */
export async function markDecided(
  tx: Tx,
  at: Pick<IdentityRow, "id" | "version">,
  decided: {
    readonly state: "standing" | "refused";
    readonly refusal: string | null;
    readonly otherId: string | null;
    readonly actorId: string;
  },
): Promise<boolean> {
  const done = await sql`
    update app.identity_decisions set state = ${decided.state}, refusal = ${decided.refusal}, other_id = ${decided.otherId}::uuid,
      decided_by = ${decided.actorId}, decided_at = (select app.now()), version = version + 1
    where id = ${at.id} and version = ${at.version} and state = 'waiting'`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Says whether it stood until now. */
export async function markUndone(tx: Tx, id: string, actorId: string): Promise<boolean> {
  const done = await sql`
    update app.identity_decisions set state = 'undone', undone_by = ${actorId}, undone_at = (select app.now()), version = version + 1
    where id = ${id} and state = 'standing'`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}
