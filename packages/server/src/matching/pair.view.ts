import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";

/** A sponsor and the worker he pays for. */
export type Pair = {
  readonly sponsorshipId: string;
  readonly version: number;
  readonly pledgeCode: string;
  readonly sponsorName: string | null;
  readonly opd: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly occupationGroup: string | null;
  readonly diedOn: CivilDate | null;
  readonly movedOn: CivilDate | null;
  readonly lastOwed: Month | null;
};

/** The pair of a worker that stands; held for a change of it with `hold`. */
export async function findPairOf(
  tx: Tx,
  area: Area,
  personCode: string,
  hold: boolean,
): Promise<Pair | undefined> {
  const { rows } = await sql<Pair>`
    select s.id as sponsorship_id, s.version, g.code as pledge_code, r.full_name as sponsor_name, g.opd, p.id as person_id, p.code, p.full_name,
      p.village_code, p.occupation_group, p.died_on, p.moved_on,
      (select to_char(max(o.month), 'YYYY-MM') from app.obligations o join app.enrolments e on e.id = o.enrolment_id
        where e.sponsorship_id = s.id and o.reversed_at is null) as last_owed
    from app.sponsorships s join app.pledges g on g.id = s.pledge_id join app.persons p on p.id = s.person_id
      left join app.source_records r on r.id = g.civil_servant_id
    where ${pledgesWithin(area, "g")} and p.code = ${personCode} and s.state = 'accepted' ${hold ? sql`for update of s` : sql``}`.execute(
    tx,
  );
  return rows[0];
}
