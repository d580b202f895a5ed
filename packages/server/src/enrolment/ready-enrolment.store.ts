import { sql } from "kysely";
import { type Area, enrolmentsWithin } from "#access";
import type { Tx } from "#database";
import type { Held } from "#tasks";

/** Enrolments that wait for the next packet. */
export async function countReady(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.enrolments e where ${enrolmentsWithin(area, "e")} and state = 'ready'`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** People whom BPJS has and has not answered about. */
export async function findSent(tx: Tx, area: Area): Promise<Held> {
  const { rows } = await sql<Held>`
    select count(*)::int as count, min(e.sent_at) as since from app.enrolments e
    where ${enrolmentsWithin(area, "e")} and e.state = 'sent'`.execute(tx);
  return rows[0]!;
}
