import type { StageCounts } from "@tuwai/domain/dashboards";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import { endorsedSince, standing } from "./standing.view.ts";

export type OfVillage<T> = { readonly villageCode: string; readonly counts: T };

/** Where each worker stands today on the way to cover, and for how many days; officers of villages go another way. */
export async function countStages(
  tx: Tx,
  regionCode: string,
  today: CivilDate,
): Promise<readonly OfVillage<StageCounts>[]> {
  const { rows } = await sql<OfVillage<StageCounts>>`
    with endorsed as (${endorsedSince(regionCode)}),
    standing as (
      select p.village_code, p.created_at, d.at as endorsed_at, s.decided_at as funded_at, e.sent_at, e.accepted_on,
        ${standing} as stage
      from app.persons p
      left join app.judgements j on j.person_id = p.id
      left join app.cover_states c on c.person_id = p.id
      left join app.enrolments e on e.person_id = p.id and e.state not in ('rejected', 'ended')
      left join app.sponsorships s on s.id = e.sponsorship_id
      left join endorsed d on d.person_id = p.id
      where p.region_code = ${regionCode} and p.withdrawn_at is null and p.target_group <> 'village-officer'),
    waiting as (
      select village_code, stage, least(400, greatest(0, ${today}::date - coalesce(case stage
          when 'accepted' then accepted_on when 'sent' then (sent_at at time zone 'Asia/Jakarta')::date
          when 'funded' then (coalesce(funded_at, endorsed_at) at time zone 'Asia/Jakarta')::date
          when 'endorsed' then (endorsed_at at time zone 'Asia/Jakarta')::date end,
        (created_at at time zone 'Asia/Jakarta')::date))) as days, count(*)::int as people
      from standing group by 1, 2, 3),
    stages as (
      select village_code, stage, jsonb_build_object('people', sum(people), 'waits',
        case when stage in ('listed', 'eligible', 'endorsed', 'funded', 'sent', 'accepted') then jsonb_object_agg(days, people) else '{}' end) as counts
      from waiting group by 1, 2)
    select village_code, jsonb_object_agg(stage, counts) as counts from stages group by 1`.execute(tx);
  return rows;
}
