import type { RegionCode } from "@tuwai/domain/regions";
import { sql } from "kysely";
import type { Tx } from "#database";

/** A village or, where `kecamatanCode` is null, a kecamatan. */
export type InvitedPlace = {
  readonly code: RegionCode;
  readonly name: string;
  readonly kecamatanCode: string | null;
};

/** The villages and kecamatan of a city that exist today, by code. */
export async function listInvitedPlaces(tx: Tx, regionCode: string): Promise<readonly InvitedPlace[]> {
  const { rows } = await sql<InvitedPlace>`
    select r.code, r.name, r.kecamatan_code from app.regions r
    where r.region_code = ${regionCode} and r.valid_until is null and r.code like ${`${regionCode}.%`} order by r.code`.execute(
    tx,
  );
  return rows;
}
