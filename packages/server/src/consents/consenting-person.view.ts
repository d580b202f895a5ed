import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type ConsentingPerson = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

type By = { readonly code: string } | { readonly id: string };

/** Whose consent it is; of a merged person the entry that is kept. Held where it is going to change. */
export async function findConsentingPerson(
  tx: Tx,
  area: Area,
  by: By,
  hold: "hold" | "look",
): Promise<ConsentingPerson | undefined> {
  const which =
    "code" in by
      ? sql`app.person_of_code(${area.regionCode}, ${by.code})`
      : sql`app.kept_person(${by.id}::uuid)`;
  const held = hold === "hold" && area.villageCode !== null ? sql`for update of p` : sql``;
  const { rows } = await sql<ConsentingPerson>`
    select p.id, p.code, p.full_name, p.village_code, p.kecamatan_code from app.persons p
    where p.id = ${which} and p.withdrawn_at is null and ${personsWithin(area, "p")} ${held}`.execute(tx);
  return rows[0];
}

/** Whether the newest consent stands; null where none was recorded. */
export async function findConsentState(tx: Tx, personId: string): Promise<"given" | "withdrawn" | null> {
  const { rows } = await sql<{ state: "given" | "withdrawn" }>`
    select case when withdrawn_at is null then 'given' else 'withdrawn' end as state from app.consents
    where subject_type = 'person' and subject_id in (select id from app.all_of_persons(array[${personId}]::uuid[]))
    order by given_at desc, id desc limit 1`.execute(tx);
  return rows[0]?.state ?? null;
}
