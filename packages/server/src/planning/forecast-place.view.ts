import { sql } from "kysely";
import type { Tx } from "#database";

/** Every village of the city, in code order. */
export async function listForecastPlaces(
  tx: Tx,
  regionCode: string,
): Promise<readonly { readonly villageCode: string; readonly kecamatanCode: string }[]> {
  const { rows } = await sql<{ villageCode: string; kecamatanCode: string }>`
    select code as village_code, kecamatan_code from app.regions
    where region_code = ${regionCode} and kecamatan_code is not null and valid_until is null order by code`.execute(
    tx,
  );
  return rows;
}
