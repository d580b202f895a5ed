import { sql } from "kysely";
import { type Area, claimsWithin } from "#access";
import type { Tx } from "#database";

export type AskedClaim = { readonly code: string; readonly personId: string };

/** Case id → its code and the worker whose family was asked. */
export async function listAskedClaims(
  tx: Tx,
  area: Area,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, AskedClaim>> {
  const { rows } = await sql<AskedClaim & { readonly id: string }>`
    select c.id, c.code, c.person_id from app.claims c where c.id = any(${claimIds}::uuid[]) and ${claimsWithin(area, "c")}`.execute(
    tx,
  );
  return new Map(rows.map(({ id, code, personId }) => [id, { code, personId }]));
}
