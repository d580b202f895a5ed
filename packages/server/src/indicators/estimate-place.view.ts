import { sql } from "kysely";
import type { Tx } from "#database";

export type EstimatePlace = {
  readonly code: string;
  readonly name: string;
  /** Of a village; null for a kecamatan. */
  readonly kecamatanCode: string | null;
  readonly population: number | null;
  readonly populationSource: string | null;
};

/** The villages of today, and the kecamatan they lie in, with the people who live there as the region pack has them. */
export async function listEstimatePlaces(tx: Tx): Promise<readonly EstimatePlace[]> {
  const { rows } = await sql<EstimatePlace>`
    select g.code, g.name, g.kecamatan_code, g.population, g.population_source from app.regions g
    where g.region_code = (select app.region()) and g.valid_until is null
      and (g.kecamatan_code is not null or g.kind = 'kecamatan') order by g.code`.execute(tx);
  return rows;
}
