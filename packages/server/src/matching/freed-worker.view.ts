import { sql } from "kysely";
import type { Tx } from "#database";

/** The codes of these persons by id, as far as the login may see them. */
export async function listPersonCodes(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from app.persons where id = any(${personIds}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, code }) => [id, code]));
}
