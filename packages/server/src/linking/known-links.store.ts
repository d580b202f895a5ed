import { sql } from "kysely";
import type { Tx } from "#database";

/** Live links of one registry kind, whole city: who has which record. */
export async function listLiveLinks(
  tx: Tx,
  kind: string,
): Promise<readonly { readonly personId: string; readonly recordId: string }[]> {
  const result = await sql<{ personId: string; recordId: string }>`
    select person_id, record_id from app.links where kind = ${kind} and ended_at is null`.execute(tx);
  return result.rows;
}

export type JudgedPair = {
  readonly personId: string;
  readonly recordId: string;
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
  const result = await sql<{ personId: string }>`
    select person_id from app.link_questions where other_person_id is not null and state = 'same'`.execute(
    tx,
  );
  return result.rows.map((row) => row.personId);
}

export type WaitingBatch = { readonly id: string; readonly kind: string; readonly state: string };

/** The batch, if linking has not yet finished with it in the state it is in. */
export async function findWaitingBatch(tx: Tx, id: string): Promise<WaitingBatch | undefined> {
  const result = await sql<WaitingBatch>`
    select id, kind, state from app.import_batches where id = ${id} and ${isWaiting}`.execute(tx);
  return result.rows[0];
}

/** Every batch of these kinds that waits for linking: many files sent at once are linked in one run. */
export async function listWaitingBatches(tx: Tx, kinds: readonly string[]): Promise<readonly WaitingBatch[]> {
  const result = await sql<WaitingBatch>`
    select id, kind, state from app.import_batches where kind = any(${kinds}::text[]) and ${isWaiting} order by id`.execute(
    tx,
  );
  return result.rows;
}

const isWaiting = sql`state in ('applied', 'undone') and coalesce(progress #>> '{linking,finished}', '') <> state`;

/** Everyone the rows of these work lists describe, whether a list still stands or was taken back. */
export async function listPersonsOfBatches(tx: Tx, batchIds: readonly string[]): Promise<readonly string[]> {
  const result = await sql<{ personId: string }>`
    select distinct pr.person_id from app.source_records r join app.person_records pr on pr.record_id = r.id
    where r.batch_id = any(${batchIds}::uuid[]) order by 1`.execute(tx);
  return result.rows.map((row) => row.personId);
}

export async function listEveryone(tx: Tx): Promise<readonly string[]> {
  const result = await sql<{ id: string }>`
    select id from app.persons where withdrawn_at is null order by id`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** Merges what linking has done into the batches' progress, for the upload page. */
export async function updateLinkingProgress(
  tx: Tx,
  batchIds: readonly string[],
  progress: { readonly done: number; readonly total: number },
): Promise<void> {
  await sql`
    with held as (${heldBatches(batchIds)})
    update app.import_batches b
    set progress = coalesce(b.progress, '{}'::jsonb) || jsonb_build_object('linking', ${JSON.stringify(progress)}::jsonb)
    from held where b.id = held.id`.execute(tx);
}

/** Linking is done with these batches in this state; a batch taken back meanwhile waits again. */
export async function finishBatches(tx: Tx, batches: readonly WaitingBatch[]): Promise<void> {
  await sql`
    with held as (${heldBatches(batches.map(({ id }) => id))})
    update app.import_batches b
    set progress = jsonb_set(coalesce(b.progress, '{}'::jsonb), '{linking}',
      coalesce(b.progress->'linking', '{}'::jsonb) || jsonb_build_object('finished', f.state))
    from held join jsonb_to_recordset(${JSON.stringify(batches)}::jsonb) as f (id uuid, state text) on f.id = held.id
    where b.id = held.id`.execute(tx);
}

/** The rows, locked in one order: whoever else writes several batches waits instead of closing a circle. */
const heldBatches = (ids: readonly string[]) =>
  sql`select id from app.import_batches where id = any(${ids}::uuid[]) order by id for update`;
