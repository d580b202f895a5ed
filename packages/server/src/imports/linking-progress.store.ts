import { sql } from "kysely";
import type { Tx } from "#database";

/** A batch, and the state in which linking was done with it. */
export type LinkedBatch = { readonly id: string; readonly state: string };

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
export async function finishBatches(tx: Tx, batches: readonly LinkedBatch[]): Promise<void> {
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
