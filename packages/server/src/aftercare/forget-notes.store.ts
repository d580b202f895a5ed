import { sql } from "kysely";
import { listForgottenAmong } from "#claims";
import type { Tx } from "#database";

/** Cases whose file is gone while words of their families are still kept. */
export async function listForgottenCases(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select v.claim_id as id from app.family_visits v where v.region_code = (select app.region()) and v.note_sealed is not null
    union select f.claim_id from app.asked_families f where f.region_code = (select app.region()) and f.note_sealed is not null`.execute(
    tx,
  );
  return listForgottenAmong(
    tx,
    rows.map(({ id }) => id),
  );
}

export async function forgetNotesOf(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await sql`update app.family_visits set note_sealed = null where claim_id = any(${claimIds}::uuid[])`.execute(
    tx,
  );
  await sql`update app.asked_families set note_sealed = null where claim_id = any(${claimIds}::uuid[])`.execute(
    tx,
  );
}
