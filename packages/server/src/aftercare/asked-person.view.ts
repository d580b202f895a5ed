import { sql } from "kysely";
import type { Tx } from "#database";

/** The worker whose family was asked. */
export async function findAskedPerson(tx: Tx, claimId: string): Promise<string> {
  const { rows } = await sql<{ personId: string }>`
    select c.person_id from app.claims c where c.id = ${claimId}::uuid`.execute(tx);
  return rows[0]!.personId;
}
