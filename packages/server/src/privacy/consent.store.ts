import { sql } from "kysely";
import type { Tx } from "#database";

export type NewConsent = {
  readonly id: string;
  readonly subjectId: string;
};

export type ConsentTerms = {
  readonly regionCode: string;
  /** Null where the subject belongs to no village's list. */
  readonly villageCode: string | null;
  readonly subjectType: "person" | "civil-servant";
  readonly purpose: string;
  readonly textVersion: string;
  readonly recordedBy: string;
  readonly at: Date;
};

/** Of these persons those about whom no consent was ever recorded, given or withdrawn. */
export async function listWithoutConsent(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${personIds}::uuid[]) as asked (id)
    where not exists (select from app.consents c where c.subject_type = 'person' and c.subject_id = asked.id)`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

/** One row per subject, so that each can be withdrawn on its own. */
export async function insertConsents(
  tx: Tx,
  consents: readonly NewConsent[],
  terms: ConsentTerms,
): Promise<void> {
  await sql`
    insert into app.consents (region_code, id, village_code, subject_type, subject_id, purpose, legal_basis, text_version, given_at,
      recorded_by)
    select ${terms.regionCode}, n.id, ${terms.villageCode}, ${terms.subjectType}, n.subject_id, ${terms.purpose}, 'consent',
      ${terms.textVersion}, ${terms.at}, ${terms.recordedBy}
    from unnest(${consents.map(({ id }) => id)}::uuid[], ${consents.map(({ subjectId }) => subjectId)}::uuid[]) as n (id, subject_id)`.execute(
    tx,
  );
}

export async function markWithdrawn(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update app.consents set withdrawn_at = ${at} where id = ${id}`.execute(tx);
}
