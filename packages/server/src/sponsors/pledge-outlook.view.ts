import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";
import type { Held } from "#tasks";

export async function countActivePledges(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.pledges g where ${pledgesWithin(area, "g")} and g.state = 'active'`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Workers whom the pledges pay for. */
export async function countOwnWorkers(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.sponsorships s join app.pledges g on g.id = s.pledge_id
    where ${pledgesWithin(area, "g")} and g.state = 'active' and s.state = 'accepted'`.execute(tx);
  return rows[0]!.n;
}

/** Places of pledges for which nobody has been found yet. */
export async function findOpenPlaces(tx: Tx, area: Area): Promise<Held> {
  const { rows } = await sql<Held>`
    select coalesce(sum(o.places), 0)::int as count, min(o.signed_at) as since from (
      select g.signed_at, g.worker_count - (select count(*) from app.sponsorships s
        where s.pledge_id = g.id and s.state = 'accepted') as places
      from app.pledges g where ${pledgesWithin(area, "g")} and g.state = 'active') o
    where o.places > 0`.execute(tx);
  return rows[0]!;
}

/** Workers of the pledges whom BPJS has not answered about yet. */
export async function findOwnAtBpjs(tx: Tx, area: Area): Promise<Held> {
  const { rows } = await sql<Held>`
    select count(*)::int as count, min(e.sent_at) as since
    from app.enrolments e join app.sponsorships s on s.id = e.sponsorship_id join app.pledges g on g.id = s.pledge_id
    where ${pledgesWithin(area, "g")} and g.state = 'active' and e.state = 'sent'`.execute(tx);
  return rows[0]!;
}
