import type { ExitName, StageName } from "@tuwai/domain/dashboards";
import { type RawBuilder, sql } from "kysely";
import { type Area, enrolmentsWithin, personsWithin } from "#access";

/** Where a worker stands on the way to cover, of the tables p(ersons), j(udgements), c(over states), e(nrolments) and d: the list of the village. */
export const standing = sql`case when p.died_on is not null then 'died' when p.moved_on is not null then 'moved'
  when c.counts_as_covered then 'covered' when c.stands_beside = 'grace' then 'arrears'
  when c.state = 'waiting-first-payment' then 'accepted' when e.state = 'sent' then 'sent'
  when e.state in ('ready', 'in-packet') then 'funded' when c.state = 'ended' then 'ended'
  when j.outcome = 'ineligible' then 'ineligible' when d.at is not null then 'endorsed'
  when j.outcome = 'eligible' then 'eligible' else 'listed' end`;

/** Who is on a list that the village head approved, and since when. */
export const endorsedSince = (regionCode: string): RawBuilder<unknown> => sql`
  select i.person_id, min(d.decided_at) as at from app.endorsement_items i
  join app.endorsements d on d.id = i.endorsement_id and d.state = 'approved'
  where i.included and i.region_code = ${regionCode} group by 1`;

/** Whoever a dashboard counts in a stage, as ids: so that the list of a stage is the stage. */
export function personsStanding(area: Area, name: StageName | ExitName): RawBuilder<unknown> {
  return sql`
    select p.id from app.persons p
    left join app.judgements j on j.person_id = p.id
    left join app.cover_states c on c.person_id = p.id
    left join app.enrolments e on e.person_id = p.id and e.state not in ('rejected', 'ended') and ${enrolmentsWithin(area, "e")}
    left join (${endorsedSince(area.regionCode)}) d on d.person_id = p.id
    where ${personsWithin(area, "p")} and p.withdrawn_at is null and p.target_group <> 'village-officer' and ${standing} = ${name}`;
}
