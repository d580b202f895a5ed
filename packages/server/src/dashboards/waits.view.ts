import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { OfVillage } from "./stage-counts.view.ts";
import type { ClaimCounts, WaitCounts } from "./topic-counts.ts";

/** Cases by state, and the days from the incident to the last money that came, of those in which money came. */
export async function countClaims(tx: Tx, regionCode: string): Promise<readonly OfVillage<ClaimCounts>[]> {
  const { rows } = await sql<OfVillage<ClaimCounts>>`
    with paid as (
      select claim_id, max(received_on) as on_day from app.claim_payments where region_code = ${regionCode} and taken_back_at is null group by 1),
    states as (select village_code, state, count(*) as n from app.claims where region_code = ${regionCode} and state <> 'withdrawn' group by 1, 2)
    select s.village_code, jsonb_build_object('states', jsonb_object_agg(s.state, s.n), 'days', coalesce((
      select jsonb_agg(greatest(0, p.on_day - c.happened_on) order by p.on_day - c.happened_on) from app.claims c join paid p on p.claim_id = c.id
      where c.region_code = ${regionCode} and c.village_code = s.village_code and c.state <> 'withdrawn'), '[]')) as counts
    from states s group by s.village_code`.execute(tx);
  return rows;
}

const jakartaDay = (at: string) => sql`(${sql.raw(at)} at time zone 'Asia/Jakarta')::date`;

/** What waits longer than it should, village by village; budgets and lists are judged elsewhere. */
export async function countWaits(
  tx: Tx,
  regionCode: string,
  today: CivilDate,
): Promise<readonly OfVillage<WaitCounts>[]> {
  const { rows } = await sql<OfVillage<WaitCounts>>`
    with found as (
      select village_code, 'rescue' as name, count(*) as n, null::date as since from app.cover_states
        where region_code = ${regionCode} and state = 'grace-3' group by 1
      union all select village_code, 'first-payment', count(*), min(e.accepted_on) from app.cover_states c join app.enrolments e using (region_code, village_code, person_id)
        where region_code = ${regionCode} and c.state = 'waiting-first-payment' and e.state = 'accepted' and e.accepted_on < ${today}::date - 14 group by 1
      union all select village_code, 'incident', count(*), min(${jakartaDay("received_at")}) from app.incident_reports
        where region_code = ${regionCode} and state = 'reported' and village_code is not null and ${jakartaDay("received_at")} < ${today}::date - 1 group by 1
      union all select village_code, 'claim', count(*), min(state_since) from app.claims
        where region_code = ${regionCode} and state in ('collecting', 'handed-in', 'returned', 'accepted', 'objected') and state_since < ${today}::date - 14 group by 1
      union all select village_code, 'import', count(*), min(${jakartaDay("uploaded_at")}) from app.import_batches
        where region_code = ${regionCode} and village_code is not null and state in ('needs-mapping', 'checked', 'awaiting-approval')
          and ${jakartaDay("uploaded_at")} < ${today}::date - 7 group by 1
      union all select village_code, 'disputed', count(*), null from app.persons
        where region_code = ${regionCode} and withdrawn_at is null and nik_status = 'sengketa' group by 1)
    select village_code, jsonb_object_agg(name, jsonb_build_object('count', n, 'since', since)) as counts from found group by 1`.execute(
    tx,
  );
  return rows;
}
