import { sql } from "kysely";
import type { Tx } from "#database";

const updates = { proposal: sql`update app.ledger_proposals`, closing: sql`update app.ledger_closings` };

/** What a second person decides. */
export type Decided = keyof typeof updates;

/** Keeps the second person's word; null is no refusal. */
export async function updateDecision(
  tx: Tx,
  what: Decided,
  id: string,
  by: { readonly refusal: string | null; readonly actorId: string; readonly at: Date },
): Promise<void> {
  const decision = by.refusal === null ? "approved" : "refused";
  await sql`
    ${updates[what]} set decision = ${decision}, refusal = ${by.refusal}, decided_by = ${by.actorId}, decided_at = ${by.at}
    where id = ${id}`.execute(tx);
}
