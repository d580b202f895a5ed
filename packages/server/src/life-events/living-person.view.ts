import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type LivingPerson = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly birthDate: CivilDate | null;
  readonly diedOn: CivilDate | null;
  readonly movedOn: CivilDate | null;
};

type By = { readonly code: string } | { readonly id: string };

/** Whom something is told of; held until the transaction ends where it is going to change. */
export async function findLivingPerson(
  tx: Tx,
  area: Area,
  by: By,
  hold: "hold" | "look",
): Promise<LivingPerson | undefined> {
  const { rows } = await sql<LivingPerson>`
    select p.id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.birth_date, p.died_on, p.moved_on from app.persons p
    where ${"code" in by ? sql`p.id = app.person_of_code(${area.regionCode}, ${by.code})` : sql`p.id = app.kept_person(${by.id}::uuid)`} and p.withdrawn_at is null
      and ${personsWithin(area, "p")} ${hold === "hold" ? sql`for update of p` : sql``}`.execute(tx);
  return rows[0];
}
