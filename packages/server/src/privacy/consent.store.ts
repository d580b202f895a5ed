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

/** Of these persons those whose newest consent was withdrawn. */
export async function listWithdrawn(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select newest.id from (
      select distinct on (a.kept_id) a.kept_id as id, k.withdrawn_at
      from app.all_of_persons(${personIds}::uuid[]) a join app.consents k on k.subject_id = a.id and k.subject_type = 'person'
      order by a.kept_id, k.given_at desc, k.id desc) newest
    where newest.withdrawn_at is not null`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Of every purpose. Answers how many had stood. */
export async function markPersonWithdrawn(tx: Tx, personId: string, at: Date): Promise<number> {
  const done = await sql`
    update app.consents set withdrawn_at = ${at} where subject_type = 'person' and withdrawn_at is null
      and subject_id in (select id from app.all_of_persons(array[${personId}]::uuid[]))`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** What was withdrawn at that moment stands again. */
export async function unmarkWithdrawn(tx: Tx, personId: string, at: Date): Promise<void> {
  await sql`
    update app.consents set withdrawn_at = null where subject_type = 'person' and withdrawn_at = ${at}
      and subject_id in (select id from app.all_of_persons(array[${personId}]::uuid[]))`.execute(tx);
}

/** A worker's consents go with the worker to another village. */
export async function moveConsents(tx: Tx, personId: string, villageCode: string): Promise<void> {
  await sql`
    update app.consents set village_code = ${villageCode} where subject_type = 'person'
      and subject_id in (select id from app.all_of_persons(array[${personId}]::uuid[]))`.execute(tx);
}
