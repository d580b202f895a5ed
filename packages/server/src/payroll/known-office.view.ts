import { sql } from "kysely";
import type { Area } from "#access";
import type { Tx } from "#database";

/** Whether anybody of an office of the city ever signed a mandate: a name mistyped is no office. */
export async function isKnownOffice(tx: Tx, { regionCode }: Area, office: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from app.pledges g where g.region_code = ${regionCode} and g.opd = ${office}) as found`.execute(
    tx,
  );
  return rows[0]!.found;
}
