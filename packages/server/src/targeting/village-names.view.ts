import { sql } from "kysely";
import type { Area } from "#access";
import type { Tx } from "#database";

export type NamedVillage = { readonly code: string; readonly name: string; readonly kecamatanCode: string };

/** The villages of an area by name. */
export async function listVillages(tx: Tx, area: Area): Promise<readonly NamedVillage[]> {
  const { rows } = await sql<NamedVillage>`
    select g.code, g.name, g.kecamatan_code from app.regions g
    where g.region_code = ${area.regionCode} and g.kecamatan_code is not null and g.valid_until is null
      and g.code = coalesce(${area.villageCode}, g.code) and g.kecamatan_code = coalesce(${area.kecamatanCode}, g.kecamatan_code)
    order by g.name, g.code`.execute(tx);
  return rows;
}
