import { sql } from "kysely";
import { type Area, isCivilServant } from "#access";
import type { Tx } from "#database";

export type CivilServant = { readonly id: string; readonly office: string | null };

const office = sql<string | null>`coalesce(attributes->>'office', attributes->>'opd', attributes->>'unit')`;

/** The civil servant whom the area is of; nobody for an area that is not one sponsor's own. */
export async function findCivilServant(tx: Tx, area: Area): Promise<CivilServant | undefined> {
  const { rows } = await sql<CivilServant>`
    select id, ${office} as office from app.source_records
    where region_code = ${area.regionCode} and ${isCivilServant(area, sql`id`)} and kind = 'civil-servants'`.execute(
    tx,
  );
  return rows[0];
}

/** Everybody on the city's live lists, in the order of the lists. */
export async function listServants(tx: Tx, regionCode: string): Promise<readonly CivilServant[]> {
  const { rows } = await sql<CivilServant>`
    select id, ${office} as office from app.source_records
    where region_code = ${regionCode} and kind = 'civil-servants' and withdrawn_at is null order by sheet, row_no`.execute(
    tx,
  );
  return rows;
}
