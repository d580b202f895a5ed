import { sql } from "kysely";
import type { Tx } from "#database";

/** Live links of one registry kind, whole city: who has which record. */
export async function listLiveLinks(
  tx: Tx,
  kind: string,
): Promise<readonly { readonly person_id: string; readonly record_id: string }[]> {
  const result = await sql<{ person_id: string; record_id: string }>`
    select person_id, record_id from app.links where kind = ${kind} and ended_at is null`.execute(tx);
  return result.rows;
}

export type JudgedPair = {
  readonly person_id: string;
  readonly record_id: string;
  readonly verdict: "different" | "unsure" | "ask-only";
};

/**
 * Pairs on which a person has spoken: answered "different" or "unsure", or whose link a person ended (then refused, or
 * only asked when the question was opened again). A newer record of the same NIK counts as the record that was judged,
 * so that a new release never asks again what was answered.
 */
export async function listJudgedPairs(tx: Tx, kind: string): Promise<readonly JudgedPair[]> {
  const result = await sql<JudgedPair>`
    with judged as (
      select q.person_id, q.record_id, q.state as verdict from app.link_questions q
      where q.kind = ${kind} and q.state in ('different', 'unsure')
      union
      select l.person_id, l.record_id, case when exists (
        select from app.link_questions q
        where q.person_id = l.person_id and q.record_id = l.record_id and q.state in ('open', 'same'))
        then 'ask-only' else 'different' end
      from app.links l where l.kind = ${kind} and l.ended_by is not null
    )
    select j.person_id, j.record_id, j.verdict from judged j
    union
    select j.person_id, newer.id, j.verdict
    from judged j
    join app.source_records r on r.id = j.record_id
    join app.source_records newer on newer.kind = r.kind and newer.nik_index = r.nik_index and newer.withdrawn_at is null
      and newer.region_code = r.region_code`.execute(tx);
  return result.rows;
}

/** Persons a data officer declared to be the same human being as an earlier one; the earlier one carries the links. */
export async function listDuplicatePersons(tx: Tx): Promise<readonly string[]> {
  const result = await sql<{ person_id: string }>`
    select person_id from app.link_questions where other_person_id is not null and state = 'same'`.execute(
    tx,
  );
  return result.rows.map((row) => row.person_id);
}

export async function findLinkingBatch(
  tx: Tx,
  batchId: string,
): Promise<{ readonly kind: string; readonly state: string } | undefined> {
  const result = await sql<{ kind: string; state: string }>`
    select kind, state from app.import_batches where id = ${batchId}`.execute(tx);
  return result.rows[0];
}

/** Everyone the rows of a work list describe, whether the list still stands or was taken back. */
export async function listPersonsOfBatch(tx: Tx, batchId: string): Promise<readonly string[]> {
  const result = await sql<{ person_id: string }>`
    select distinct pr.person_id from app.source_records r join app.person_records pr on pr.record_id = r.id
    where r.batch_id = ${batchId} order by 1`.execute(tx);
  return result.rows.map((row) => row.person_id);
}

export async function listEveryone(tx: Tx): Promise<readonly string[]> {
  const result = await sql<{ id: string }>`
    select id from app.persons where withdrawn_at is null order by id`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** Merges what linking has done into the batch's progress, for the upload page. */
export async function updateLinkingProgress(
  tx: Tx,
  batchId: string,
  progress: { readonly done: number; readonly total: number },
): Promise<void> {
  await sql`
    update app.import_batches
    set progress = coalesce(progress, '{}'::jsonb) || jsonb_build_object('linking', ${JSON.stringify(progress)}::jsonb)
    where id = ${batchId}`.execute(tx);
}
