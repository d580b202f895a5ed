import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type EditedPerson = {
  readonly regionCode: string;
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly birthDate: CivilDate | null;
  readonly occupationGroup: string | null;
  readonly version: number;
};

type By = { readonly code: string } | { readonly id: string };

/** Whom a word is said of; held until the transaction ends where it is going to change. */
export async function findEditedPerson(
  tx: Tx,
  area: Area,
  by: By,
  hold: "hold" | "look",
): Promise<EditedPerson | undefined> {
  const { rows } = await sql<EditedPerson>`
    select p.region_code, p.id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.birth_date, p.occupation_group, p.version
    from app.persons p
    where ${"code" in by ? sql`p.id = app.person_of_code(${area.regionCode}, ${by.code})` : sql`p.id = app.kept_person(${by.id}::uuid)`} and p.withdrawn_at is null
      and ${personsWithin(area, "p")} ${hold === "hold" ? sql`for update of p` : sql``}`.execute(tx);
  return rows[0];
}
