import { sql } from "kysely";
import type { Tx } from "#database";

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
    select distinct pr.person_id from app.source_records r join app.person_rows pr on pr.record_id = r.id
    where r.batch_id = any(${batchIds}::uuid[]) order by 1`.execute(tx);
  return result.rows.map((row) => row.personId);
}

export async function listEveryone(tx: Tx): Promise<readonly string[]> {
  const result = await sql<{ id: string }>`
    select id from app.persons where withdrawn_at is null order by id`.execute(tx);
  return result.rows.map((row) => row.id);
}
