import { sql } from "kysely";
import type { Tx } from "#database";

export type DeclaredConsent = {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly textVersion: string;
  readonly recordedBy: string;
  readonly at: Date;
};

/** Of these persons those about whom no consent was ever recorded, given or withdrawn. */
export async function listWithoutConsent(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  const result = await sql<{ id: string }>`
    select id from unnest(${personIds}::uuid[]) as asked (id)
    where not exists (select from app.consents c where c.subject_type = 'person' and c.subject_id = asked.id)`.execute(
    tx,
  );
  return result.rows.map((row) => row.id);
}

/** One row per person, so that each can be withdrawn on its own. `ids` are the new rows' ids, in the persons' order. */
export async function insertConsents(
  tx: Tx,
  given: { readonly personIds: readonly string[]; readonly ids: readonly string[] },
  consent: DeclaredConsent,
): Promise<void> {
  await sql`
    insert into app.consents (region_code, id, village_code, subject_type, subject_id, purpose, legal_basis, text_version, given_at,
      recorded_by)
    select ${consent.regionCode}, n.id, ${consent.villageCode}, 'person', n.person_id, 'enrolment', 'consent', ${consent.textVersion},
      ${consent.at}, ${consent.recordedBy}
    from unnest(${given.ids}::uuid[], ${given.personIds}::uuid[]) as n (id, person_id)`.execute(tx);
}
