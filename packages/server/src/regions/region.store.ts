import { sql } from "kysely";
import type { Tx } from "#database";

export type RegionRow = {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly kecamatanCode: string | null;
  readonly aliases: readonly string[];
  readonly population: number | null;
  readonly populationSource: string | null;
  readonly areaKm2: number | null;
  readonly labelLat: number | null;
  readonly labelLng: number | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly predecessors: readonly string[];
};

export async function countRegions(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from app.regions`.execute(tx);
  return rows[0]!.n;
}

export async function insertRegions(
  tx: Tx,
  regionCode: string,
  regions: readonly RegionRow[],
): Promise<void> {
  await sql`
    insert into app.regions (region_code, code, kind, name, parent_code, kecamatan_code, aliases, population, population_source,
      area_km2, label_lat, label_lng, valid_from, valid_until, predecessors)
    select ${regionCode}, r.code, r.kind, r.name, r."parentCode", r."kecamatanCode",
      array(select jsonb_array_elements_text(r.aliases)), r.population, r."populationSource", r."areaKm2", r."labelLat", r."labelLng",
      r."validFrom", r."validUntil", array(select jsonb_array_elements_text(r.predecessors))
    from jsonb_to_recordset(${JSON.stringify(regions)}::jsonb) as r(code text, kind text, name text, "parentCode" text,
      "kecamatanCode" text, aliases jsonb, population integer, "populationSource" text, "areaKm2" numeric, "labelLat" numeric,
      "labelLng" numeric, "validFrom" date, "validUntil" date, predecessors jsonb)`.execute(tx);
}

export type StoredRegion = RegionRow & { readonly regionCode: string };

export async function listRegionRows(tx: Tx): Promise<readonly StoredRegion[]> {
  const { rows } = await sql<StoredRegion>`
    select region_code, code, kind, name, parent_code, kecamatan_code, aliases, population, population_source, area_km2::float8 as area_km2,
      label_lat::float8 as label_lat, label_lng::float8 as label_lng, valid_from, valid_until, predecessors
    from app.regions order by code`.execute(tx);
  return rows;
}
