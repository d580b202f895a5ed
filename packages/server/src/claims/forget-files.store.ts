import type { ClaimState } from "@tuwai/domain/claims";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type EndedClaim = {
  readonly id: string;
  readonly state: ClaimState;
  readonly stateSince: CivilDate;
};

/** Cases that are over and whose file is still kept, or was written to again since. */
export async function listEndedClaims(tx: Tx): Promise<readonly EndedClaim[]> {
  const { rows } = await sql<EndedClaim>`
    select c.id, c.state, c.state_since from app.claims c
    where c.region_code = (select app.region()) and c.state in ('closed', 'withdrawn')
      and (c.forgotten_at is null or c.forgotten_at < c.state_since)
    order by c.id for update of c`.execute(tx);
  return rows;
}

/** Takes away pictures, notes and facts of these cases; rows, days, codes and amounts stay. */
export async function forgetFilesOf(tx: Tx, claimIds: readonly string[], at: Date): Promise<void> {
  await sql`
    update app.claims set facts_sealed = null, forgotten_at = ${at}, version = version + 1
    where id = any(${claimIds}::uuid[])`.execute(tx);
  await sql`
    update app.claim_documents set file_name = null, file_type = null, file_hash = null, sealed = null
    where claim_id = any(${claimIds}::uuid[]) and sealed is not null`.execute(tx);
  await sql`
    update app.claim_steps set note_sealed = null
    where claim_id = any(${claimIds}::uuid[]) and note_sealed is not null`.execute(tx);
}

/** Which of these cases have no file any more; for features that keep words of their own about a case. */
export async function listForgottenAmong(tx: Tx, claimIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from app.claims c where c.id = any(${claimIds}::uuid[]) and c.forgotten_at is not null`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
