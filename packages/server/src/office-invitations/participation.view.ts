import { sql } from "kysely";
import type { Tx } from "#database";

/** An office of the civil servants' lists, and how many of its staff sponsor now. */
export type Participation = { readonly office: string; readonly sponsors: number };

/** Every office of the city's live lists, and every one with a pledge in force. */
export async function listParticipation(tx: Tx): Promise<readonly Participation[]> {
  const { rows } = await sql<Participation>`
    with listed as (
      select distinct coalesce(r.attributes->>'office', r.attributes->>'opd', r.attributes->>'unit') as office from app.source_records r
      where r.region_code = (select app.region()) and r.kind = 'civil-servants' and r.withdrawn_at is null),
    pledged as (
      select g.opd as office, count(*)::int as n from app.pledges g
      where g.region_code = (select app.region()) and g.state = 'active' group by g.opd)
    select coalesce(l.office, p.office) as office, coalesce(p.n, 0) as sponsors
    from listed l full join pledged p on p.office = l.office
    where coalesce(l.office, p.office) is not null and coalesce(l.office, p.office) <> '-' order by 1`.execute(
    tx,
  );
  return rows;
}
