import { sql } from "kysely";
import { type Area, packetsWithin } from "#access";
import type { Tx } from "#database";

export async function countPacketsIn(tx: Tx, area: Area, state: "draft" | "sent"): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.packets p where ${packetsWithin(area, "p")} and state = ${state}`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Packets on which BPJS rejected somebody. */
export async function countPacketsWithRejected(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.packets p where ${packetsWithin(area, "p")} and p.state <> 'draft'
      and exists (select from app.packet_lines l where l.packet_id = p.id and l.state = 'rejected')`.execute(
    tx,
  );
  return rows[0]!.n;
}
