import { sql } from "kysely";
import { type Area, enrolmentsWithin } from "#access";
import type { Tx } from "#database";

/** Enrolments that wait for the next packet. */
export async function countReady(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.enrolments e where ${enrolmentsWithin(area, "e")} and state = 'ready'`.execute(
    tx,
  );
  return rows[0]!.n;
}
