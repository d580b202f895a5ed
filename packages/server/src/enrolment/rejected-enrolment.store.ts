import { sql } from "kysely";
import { type Area, enrolmentsWithin } from "#access";
import type { Tx } from "#database";
import type { RejectedEnrolment } from "./enrol-again.ts";

export async function findRejected(tx: Tx, area: Area, id: string): Promise<RejectedEnrolment | undefined> {
  const { rows } = await sql<RejectedEnrolment>`
    select e.id, p.id as "personId", p.code as "personCode", e.programme, e.fund_source as "fundSource", e.wadah,
      e.sponsorship_id as "sponsorshipId", to_char(e.from_month, 'YYYY-MM') as "fromMonth", e.version,
      coalesce(s.state <> 'accepted' or g.state <> 'active', false) as "isSponsorshipOver",
      exists (select from app.enrolments o where o.person_id = p.id and o.state not in ('rejected', 'ended')) as "hasPayer",
      num_nonnulls(p.withdrawn_at::text, p.died_on::text, p.moved_on::text) > 0 as "isGone"
    from app.enrolments e join app.persons p on p.id = e.person_id
      left join app.sponsorships s on s.id = e.sponsorship_id left join app.pledges g on g.id = s.pledge_id
    where e.id = ${id} and ${enrolmentsWithin(area, "e")} and e.state = 'rejected' for update of e`.execute(
    tx,
  );
  return rows[0];
}
