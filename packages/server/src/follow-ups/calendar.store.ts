import { sql } from "kysely";
import type { Desk } from "#accounts";
import type { Actor } from "#app";
import type { Tx } from "#database";

type Of = Pick<Actor, "regionCode" | "userId" | "role" | "scope">;

/** Since when the desk has an address. */
export async function findAddress(tx: Tx, of: Of): Promise<Date | undefined> {
  const { rows } = await sql<{ madeAt: Date }>`
    select c.made_at from app.calendar_addresses c where c.region_code = ${of.regionCode} and c.user_id = ${of.userId}
      and c.role = ${of.role} and c.scope is not distinct from ${of.scope ?? null}::text and c.revoked_at is null`.execute(
    tx,
  );
  return rows[0]?.madeAt;
}

export async function insertAddress(
  tx: Tx,
  of: Of,
  a: { readonly id: string; readonly hash: Buffer; readonly at: Date },
): Promise<void> {
  await sql`
    insert into app.calendar_addresses (region_code, id, user_id, role, scope, token_hash, made_at)
    values (${of.regionCode}, ${a.id}, ${of.userId}, ${of.role}, ${of.scope ?? null}, ${a.hash}, ${a.at})`.execute(
    tx,
  );
}

export async function revokeAddresses(tx: Tx, of: Of, at: Date): Promise<void> {
  await sql`
    update app.calendar_addresses set revoked_at = ${at} where region_code = ${of.regionCode} and user_id = ${of.userId}
      and role = ${of.role} and scope is not distinct from ${of.scope ?? null}::text and revoked_at is null`.execute(
    tx,
  );
}

/** The desk whose calendar stands behind an address. */
export async function findDesk(tx: Tx, regionCode: string, hash: Buffer): Promise<Desk | undefined> {
  const { rows } = await sql<Desk>`
    select c.user_id, c.role, c.scope from app.calendar_addresses c
    where c.region_code = ${regionCode} and c.token_hash = ${hash} and c.revoked_at is null`.execute(tx);
  return rows[0];
}
