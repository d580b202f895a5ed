import { sql } from "kysely";
import { type Area } from "#access";
import type { Tx } from "#database";

export type VillagePlace = {
  readonly code: string;
  readonly name: string;
  readonly kecamatanCode: string;
  readonly kecamatan: string;
};

/** The villages of an area that exist today, by code. */
export async function listPlaces(tx: Tx, area: Area): Promise<readonly VillagePlace[]> {
  const { rows } = await sql<VillagePlace>`
    select g.code, g.name, g.kecamatan_code, k.name as kecamatan from app.regions g
    join app.regions k on k.region_code = g.region_code and k.code = g.kecamatan_code
    where g.region_code = ${area.regionCode} and g.kecamatan_code is not null and g.valid_until is null
      and g.code = coalesce(${area.villageCode}, g.code) and g.kecamatan_code = coalesce(${area.kecamatanCode}, g.kecamatan_code)
    order by g.code`.execute(tx);
  return rows;
}
