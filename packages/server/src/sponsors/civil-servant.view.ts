import { sql } from "kysely";
import { type Area, isCivilServant } from "#access";
import type { Tx } from "#database";

export type CivilServant = { readonly id: string; readonly office: string | null };

/** The civil servant whom the area is of; nobody for an area that is not one sponsor's own. */
export async function findCivilServant(tx: Tx, area: Area): Promise<CivilServant | undefined> {
  const { rows } = await sql<CivilServant>`
    select id, coalesce(attributes->>'office', attributes->>'opd', attributes->>'unit') as office from app.source_records
    where region_code = ${area.regionCode} and ${isCivilServant(area, sql`id`)} and kind = 'civil-servants'`.execute(
    tx,
  );
  return rows[0];
}
