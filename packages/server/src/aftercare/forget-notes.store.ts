import { sql } from "kysely";
import { listForgottenAmong } from "#claims";
import type { Tx } from "#database";

/** What families said goes with the file of their case; what was found stays in its codes. */
export async function forgetNotes(tx: Tx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select v.claim_id as id from app.family_visits v where v.region_code = (select app.region()) and v.note_sealed is not null
    union select f.claim_id from app.asked_families f where f.region_code = (select app.region()) and f.note_sealed is not null`.execute(
    tx,
  );
  const gone = await listForgottenAmong(
    tx,
    rows.map(({ id }) => id),
  );
  if (gone.length === 0) return;
  await sql`update app.family_visits set note_sealed = null where claim_id = any(${gone}::uuid[])`.execute(
    tx,
  );
  await sql`update app.asked_families set note_sealed = null where claim_id = any(${gone}::uuid[])`.execute(
    tx,
  );
}
