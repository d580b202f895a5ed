import type { CoverState } from "@tuwai/domain/cover";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type SponsoredWorker = {
  readonly sponsorshipId: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly villageName: string | null;
  readonly occupationGroup: string | null;
  readonly agreedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly enrolmentState: string | null;
  readonly fromMonth: Month | null;
  readonly acceptedOn: CivilDate | null;
  readonly coverState: CoverState | null;
  readonly paidUntil: CivilDate | null;
};

/** The workers of a pledge, through the columns a sponsor may read; ended ones for 90 days. */
export async function listSponsoredWorkers(
  tx: Tx,
  area: Area,
  pledgeId: string,
): Promise<readonly SponsoredWorker[]> {
  const { rows } = await sql<SponsoredWorker>`
    select s.id as sponsorship_id, p.id as person_id, p.code, p.full_name, p.village_code,
      v.name as village_name, p.occupation_group, s.decided_at as agreed_at, s.ended_at, s.end_reason,
      e.state as enrolment_state, to_char(e.from_month, 'YYYY-MM') as from_month, e.accepted_on,
      c.state as cover_state, c.paid_until
    from app.sponsorships s join app.persons p on p.id = s.person_id
      left join app.regions v on v.region_code = s.region_code and v.code = p.village_code
      left join app.cover_states c on c.person_id = p.id
      left join lateral (select n.state, n.from_month, n.accepted_on from app.enrolments n
        where n.sponsorship_id = s.id order by n.id desc limit 1) e on true
    where ${personsWithin(area, "p")} and s.pledge_id = ${pledgeId} and s.state in ('accepted', 'ended') and s.decided_at is not null
    order by s.ended_at nulls first, s.id`.execute(tx);
  return rows;
}
