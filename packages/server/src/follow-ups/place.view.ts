import { kindOfCode, type RegionCode } from "@tuwai/domain/regions";
import { sql } from "kysely";
import type { Tx } from "#database";

export type Place = {
  readonly code: RegionCode;
  readonly kecamatanCode: RegionCode | null;
  readonly name: string;
};

/** Kecamatan and villages of a city that exist today, by code; the province above it is neither. */
export async function listPlaces(tx: Tx, regionCode: string): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`
    select r.code, r.kecamatan_code, r.name from app.regions r
    where r.region_code = ${regionCode} and r.valid_until is null and (r.kind = 'kecamatan' or r.kecamatan_code is not null)
    order by r.code`.execute(tx);
  return rows;
}

/** The villages that an order reaches: one, those of a kecamatan, or all; only desa or only kelurahan where it says so. */
export function villagesAmong(
  places: readonly Place[],
  of: {
    readonly villageCode: string | null;
    readonly kecamatanCode: string | null;
    readonly onlyKind: "desa" | "kelurahan" | null;
  },
): readonly Place[] {
  return places.filter(
    ({ code, kecamatanCode }) =>
      kecamatanCode !== null &&
      (of.villageCode === null || code === of.villageCode) &&
      (of.kecamatanCode === null || kecamatanCode === of.kecamatanCode) &&
      (of.onlyKind === null || (kindOfCode(code) === "kelurahan") === (of.onlyKind === "kelurahan")),
  );
}
