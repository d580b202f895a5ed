import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type LikelyRow = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly birthDate: CivilDate | null;
  readonly hasNik: boolean;
};

export type LookedFor = {
  readonly villageCode: string;
  readonly nikIndex: Buffer | null;
  readonly birthDate: CivilDate | null;
  /** Beginnings of the words of the name, small letters. */
  readonly beginnings: readonly string[];
};

/** Who of a village may be meant: the same NIK, the same birth date, or a word of the name that begins alike. */
export async function listLikelyRows(tx: Tx, area: Area, of: LookedFor): Promise<readonly LikelyRow[]> {
  const { rows } = await sql<LikelyRow>`
    select p.id, p.code, p.full_name, p.village_code, p.birth_date,
      coalesce(p.nik_index = ${of.nikIndex}::bytea, false) as has_nik
    from app.persons p where ${personsWithin(area, "p")} and p.withdrawn_at is null and p.village_code = ${of.villageCode}
      and (p.nik_index = ${of.nikIndex}::bytea or p.birth_date = ${of.birthDate}::date
        or lower(p.full_name) ~ any(array(select '(^| )' || b from unnest(${of.beginnings}::text[]) as b)))
    order by p.full_name, p.id limit 400`.execute(tx);
  return rows;
}
