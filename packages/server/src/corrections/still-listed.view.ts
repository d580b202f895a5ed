import { sql } from "kysely";
import type { Tx } from "#database";

/** Those of these persons who were not withdrawn; held until the transaction ends. */
export async function listStillListed(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from app.persons where id = any(${personIds}::uuid[]) and withdrawn_at is null order by id for update`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
