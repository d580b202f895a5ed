import { sql } from "kysely";
import type { Tx } from "#database";

/** What a batch of results said of enrolments and nobody took back: the events of cover that stand. */
export async function listAnswersOf(
  tx: Tx,
  batchId: string,
): Promise<readonly { readonly enrolmentId: string; readonly eventId: string }[]> {
  const { rows } = await sql<{ enrolmentId: string; eventId: string }>`
    select v.enrolment_id, v.id as event_id from app.standing_events v
    where v.evidence_type = 'import-batch' and v.evidence_id = ${batchId} and v.type in ('accepted', 'rejected')`.execute(
    tx,
  );
  return rows;
}

/** How many of these enrolments carry a payment that stands. */
export async function countPaidEnrolments(tx: Tx, enrolmentIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct v.enrolment_id)::int as n from app.standing_events v
    where v.enrolment_id = any(${enrolmentIds}::uuid[]) and v.type = 'paid'`.execute(tx);
  return rows[0]!.n;
}

/** How many of these were rejected and have been closed since: put forward anew, or their payer stopped. */
export async function countClosedRejections(tx: Tx, enrolmentIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.enrolments e join app.packet_lines l on l.enrolment_id = e.id
    where e.id = any(${enrolmentIds}::uuid[]) and e.state = 'ended' and l.state = 'rejected'`.execute(tx);
  return rows[0]!.n;
}
