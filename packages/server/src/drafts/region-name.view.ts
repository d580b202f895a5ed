import { sql } from "kysely";
import type { Tx } from "#database";

/** What a region of the city is called; its code where it has no name. */
export async function readRegionName(tx: Tx, code: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select r.name from app.regions r where r.region_code = (select app.region()) and r.code = ${code}
    order by r.valid_until desc nulls first limit 1`.execute(tx);
  return rows[0]?.name ?? code;
}
