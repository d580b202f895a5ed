import { sql } from "kysely";
import type { Tx } from "#database";

export type RegionRow = {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly parent_code: string | null;
  readonly kecamatan_code: string | null;
  readonly aliases: readonly string[];
  readonly population: number | null;
  readonly population_source: string | null;
  readonly area_km2: number | null;
  readonly label_lat: number | null;
  readonly label_lng: number | null;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
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
    select ${regionCode}, r.code, r.kind, r.name, r.parent_code, r.kecamatan_code,
      array(select jsonb_array_elements_text(r.aliases)), r.population, r.population_source, r.area_km2, r.label_lat, r.label_lng,
      r.valid_from, r.valid_until, array(select jsonb_array_elements_text(r.predecessors))
    from jsonb_to_recordset(${JSON.stringify(regions)}::jsonb) as r(code text, kind text, name text, parent_code text,
      kecamatan_code text, aliases jsonb, population integer, population_source text, area_km2 numeric, label_lat numeric,
      label_lng numeric, valid_from date, valid_until date, predecessors jsonb)`.execute(tx);
}

export type StoredRegion = RegionRow & { readonly region_code: string };

export async function listRegionRows(tx: Tx): Promise<readonly StoredRegion[]> {
  const { rows } = await sql<StoredRegion>`
    select region_code, code, kind, name, parent_code, kecamatan_code, aliases, population, population_source, area_km2::float8 as area_km2,
      label_lat::float8 as label_lat, label_lng::float8 as label_lng, valid_from, valid_until, predecessors
    from app.regions order by code`.execute(tx);
  return rows;
}
