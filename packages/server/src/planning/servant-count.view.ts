import { sql } from "kysely";
import type { Tx } from "#database";

/** How many civil servants the lists of the city name, each employee number once. */
export async function countServants(tx: Tx, regionCode: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct coalesce(attributes->>'nipIndex', id::text))::int as people from app.source_records
    where region_code = ${regionCode} and kind = 'civil-servants' and withdrawn_at is null`.execute(tx);
  return rows[0]?.people ?? 0;
}
