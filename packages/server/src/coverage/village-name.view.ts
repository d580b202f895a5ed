import { sql } from "kysely";
import type { Tx } from "#database";

/** Villages of the city as public pages may name them. */
export async function listVillageNames(
  tx: Tx,
  regionCode: string,
): Promise<readonly { readonly code: string; readonly name: string; readonly kecamatan: string }[]> {
  const result = await sql<{ code: string; name: string; kecamatan: string }>`
    select g.code, g.name, k.name as kecamatan from app.regions g
    join app.regions k on k.region_code = g.region_code and k.code = g.kecamatan_code
    where g.region_code = ${regionCode} and g.kecamatan_code is not null and g.valid_until is null order by g.code`.execute(
    tx,
  );
  return result.rows;
}
