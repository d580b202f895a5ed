import type { Segment } from "@tuwai/domain/contributions";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, packetsWithin } from "#access";
import type { Tx } from "#database";
import type { Held } from "#tasks";

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

/** Packets that BPJS has not answered. */
export async function findSentPackets(tx: Tx, area: Area): Promise<Held> {
  const { rows } = await sql<Held>`
    select count(*)::int as count, min(p.sent_at) as since from app.packets p
    where ${packetsWithin(area, "p")} and p.state = 'sent'`.execute(tx);
  return rows[0]!;
}

/** How many packets of each month and segment are yet to be sent or answered. */
export async function listOpenMonths(
  tx: Tx,
  area: Area,
): Promise<readonly { readonly count: number; readonly month: Month; readonly segment: Segment }[]> {
  const { rows } = await sql<{ count: number; month: Month; segment: Segment }>`
    select count(*)::int as count, to_char(p.month, 'YYYY-MM') as month,
      case when p.group_key like 'pu-%' then 'pu-village' else 'bpu' end as segment
    from app.packets p where ${packetsWithin(area, "p")} and p.state in ('draft', 'sent') group by 2, 3`.execute(
    tx,
  );
  return rows;
}

/** People in packets that the branch has to answer. */
export async function countPeopleToAnswer(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.packet_lines l join app.packets p on p.id = l.packet_id
    where ${packetsWithin(area, "p")} and p.state = 'sent' and l.state = 'waiting'`.execute(tx);
  return rows[0]!.n;
}
