import { sql } from "kysely";
import type { Tx } from "#database";

/** People of a village who are on their way to another one: whose list they are on is not known until the move ends. */
export async function listMovingAway(tx: Tx, villageCode: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from app.person_moves
    where from_village_code = ${villageCode} and state in ('asked', 'handed-over', 'accepted')`.execute(tx);
  return rows.map(({ id }) => id);
}
