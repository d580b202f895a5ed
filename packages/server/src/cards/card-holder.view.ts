import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

export type CardHolder = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly villageName: string | null;
};

/** Whose card it is to be, of the area. */
export async function findCardHolder(
  tx: Tx,
  area: Area,
  personCode: string,
): Promise<CardHolder | undefined> {
  const { rows } = await sql<CardHolder>`
    select p.id, p.code, p.full_name, p.village_code, p.kecamatan_code, v.name as village_name
    from app.persons p left join app.regions v on v.region_code = p.region_code and v.code = p.village_code
    where ${placeWithin(area, "p")} and p.code = ${personCode} and p.withdrawn_at is null`.execute(tx);
  return rows[0];
}
