import { firstDay, type Month, shiftMonth } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import { isCoveredIn } from "#figures";
import type { OfVillage } from "./stage-counts.view.ts";
import type { QualityCounts, TopicCounts } from "./topic-counts.ts";

/** How complete the lists are, and of which day; a village without anybody on a list stands here too. */
export async function countQuality(
  tx: Tx,
  regionCode: string,
): Promise<readonly (OfVillage<QualityCounts> & { readonly kecamatanCode: string })[]> {
  const { rows } = await sql<OfVillage<QualityCounts> & { readonly kecamatanCode: string }>`
    with lists as (
      select village_code, (max(applied_at) at time zone 'Asia/Jakarta')::date as listed_on from app.import_batches
      where region_code = ${regionCode} and kind = 'village-list' and state = 'applied' group by 1),
    people as (
      select p.village_code, count(*) as people, count(*) filter (where p.nik_status = 'padan') as with_nik,
        count(*) filter (where p.phone_sealed is not null) as with_phone,
        count(*) filter (where exists (select from app.households h where h.region_code = p.region_code and h.person_id = p.id)) as with_family,
        count(*) filter (where exists (select from app.links l where l.person_id = p.id and l.kind = 'dtsen' and l.ended_at is null)) as linked,
        count(*) filter (where p.nik_status = 'sengketa') as disputed
      from app.persons p where p.region_code = ${regionCode} and p.withdrawn_at is null and p.died_on is null and p.moved_on is null
        and p.target_group <> 'village-officer' group by 1)
    select g.code as village_code, g.kecamatan_code, jsonb_build_object('people', coalesce(p.people, 0), 'withNik', coalesce(p.with_nik, 0),
      'withPhone', coalesce(p.with_phone, 0), 'withFamily', coalesce(p.with_family, 0), 'linked', coalesce(p.linked, 0),
      'disputed', coalesce(p.disputed, 0), 'listedOn', l.listed_on) as counts
    from app.regions g left join people p on p.village_code = g.code left join lists l on l.village_code = g.code
    where g.region_code = ${regionCode} and g.kecamatan_code is not null and g.valid_until is null order by g.code`.execute(
    tx,
  );
  return rows;
}

/**
 * Vulnerable workers of each kind of work who live here until the end of a month, as its figure counts them (village officers are another
 * programme), how many of them it covers and how many an earlier one did.
 */
export async function countGroups(
  tx: Tx,
  regionCode: string,
  { month, before }: { readonly month: Month; readonly before: Month },
): Promise<readonly OfVillage<TopicCounts["groups"]>[]> {
  const { rows } = await sql<OfVillage<TopicCounts["groups"]>>`
    with groups as (
      select p.village_code, case when p.target_group in ('religious', 'adat') then p.target_group
          else coalesce(p.occupation_group, 'unknown') end as name,
        jsonb_build_object('listed', count(*), 'covered', count(*) filter (where ${isCoveredIn(month)}), 'before', count(*) filter (where ${isCoveredIn(before)})) as counts
      from app.persons p left join app.judgements j on j.person_id = p.id left join app.cover_states c on c.person_id = p.id
      where p.region_code = ${regionCode} and p.withdrawn_at is null and p.target_group <> 'village-officer'
        and not coalesce(j.bars_payment, false)
        and coalesce(least(p.died_on, p.moved_on), 'infinity') >= ${firstDay(shiftMonth(month, 1))}::date group by 1, 2)
    select village_code, jsonb_object_agg(name, counts) as counts from groups group by 1`.execute(tx);
  return rows;
}
