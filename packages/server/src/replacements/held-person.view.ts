import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type HeldPerson = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly occupationGroup: string | null;
};

/** These persons as a list shows them, by id. */
export async function listHeldPersons(
  tx: Tx,
  area: Area,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, HeldPerson>> {
  const { rows } = await sql<HeldPerson>`
    select p.id, p.code, p.full_name, p.village_code, p.occupation_group from app.persons p
    where ${personsWithin(area, "p")} and p.id = any(${personIds}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
