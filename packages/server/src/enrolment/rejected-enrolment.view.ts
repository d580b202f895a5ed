import { sql } from "kysely";
import { type Area, enrolmentsWithin } from "#access";
import type { Tx } from "#database";
import type { NewEnrolment } from "./enrolment.store.ts";

/** A rejected enrolment, as it would be put forward again, and what speaks against that. */
export type RejectedEnrolment = NewEnrolment & {
  readonly personCode: string;
  readonly version: number;
  readonly isSponsorshipOver: boolean;
  readonly hasPayer: boolean;
  readonly isGone: boolean;
};

export async function findRejected(tx: Tx, area: Area, id: string): Promise<RejectedEnrolment | undefined> {
  const { rows } = await sql<RejectedEnrolment>`
    select e.id, p.id as person_id, p.code as person_code, p.village_code, p.kecamatan_code, p.sector, e.programme, e.segment, e.wages, e.fund_source, e.wadah,
      e.sponsorship_id, e.payer_id, to_char(e.from_month, 'YYYY-MM') as from_month, e.version,
      coalesce(s.state <> 'accepted' or g.state <> 'active', false) as is_sponsorship_over,
      exists (select from app.enrolments o where o.person_id = p.id and o.state not in ('rejected', 'ended')) as has_payer,
      num_nonnulls(p.withdrawn_at::text, p.died_on::text, p.moved_on::text) > 0 as is_gone
    from app.enrolments e join app.persons p on p.id = app.kept_person(e.person_id)
      left join app.sponsorships s on s.id = e.sponsorship_id left join app.pledges g on g.id = s.pledge_id
    where e.id = ${id} and ${enrolmentsWithin(area, "e")} and e.state = 'rejected' for update of e`.execute(
    tx,
  );
  return rows[0];
}
