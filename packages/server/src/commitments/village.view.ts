import type { RegionCode } from "@tuwai/domain/regions";
import { sql } from "kysely";
import type { Area } from "#access";
import type { Tx } from "#database";

export type Village = { readonly code: RegionCode; readonly kecamatanCode: string; readonly name: string };

/** The villages of an area that exist today, by code. */
export async function listVillages(
  tx: Tx,
  area: Area,
  villageCode: string | null,
): Promise<readonly Village[]> {
  const { rows } = await sql<Village>`
    select r.code, r.kecamatan_code, r.name from app.regions r
    where r.region_code = ${area.regionCode} and r.kecamatan_code is not null and r.valid_until is null
      and (${area.villageCode}::text is null or r.code = ${area.villageCode})
      and (${area.kecamatanCode}::text is null or r.kecamatan_code = ${area.kecamatanCode})
      and (${villageCode}::text is null or r.code = ${villageCode}) order by r.code`.execute(tx);
  return rows;
}
