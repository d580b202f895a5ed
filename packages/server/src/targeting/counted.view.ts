import type { RegistrationAge } from "@tuwai/domain/contributions";
import { sql } from "kysely";
import type { CivilDate } from "@tuwai/domain/time";
import type { Tx } from "#database";
import type { Counted } from "./counted.ts";
import { askedCte, linkedCte, peopleCte, registerCte } from "./reached-people.view.ts";

/**
 * Counts all three sides at once: the register by decile and work (of the ages BPJS takes), the covered by decile, the people of the
 * lists by sex, age, work and village. Set by set: no statement asks for one person.
 */
export async function countReached(
  tx: Tx,
  on: { readonly today: CivilDate; readonly ages: RegistrationAge },
): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    with ${peopleCte}, ${linkedCte}, ${askedCte}, ${registerCte}, workers as materialized (
      select g.*, coalesce(link_sure, asked_sure, 0) as listed,
        case when link_covered then link_sure when asked_covered then asked_sure else 0 end as covered
      from register g
      where g.birth_date is null or extract(year from age(${on.today}::date, g.birth_date)) between ${on.ages.from} and ${on.ages.below - 1}
    ), insured as materialized (
      select p.*, l.record_id is not null as is_linked, l.sure,
        coalesce((r.attributes->>'decileFrom')::smallint, (r.attributes->>'decile')::smallint, w.decile_from) as decile_from,
        coalesce((r.attributes->>'decile')::smallint, w.decile) as decile_to
      from people p
      left join linked l on l.person_id = p.id
      left join app.source_records r on r.id = l.record_id
      left join app.person_welfare w on w.person_id = p.id
      where p.covered
    ), asked_about as materialized (
      select distinct on (i.id) i.id, i.village_code, i.kecamatan_code, g.decile_from, g.decile_to
      from insured i join register g on g.asked_person_id = i.id
      where i.decile_to is null and g.decile_to is not null order by i.id, g.asked_sure desc
    ), of_insured as (
      select village_code, kecamatan_code, decile_from, decile_to, count(*)::int as people, 0 as asked,
        sum(case when decile_to is null then 0 else coalesce(sure, 1) end) as covered,
        sum(coalesce(sure * (1 - sure), 0)) as variance, count(*) filter (where not is_linked)::int as unlinked
      from insured group by 1, 2, 3, 4
      union all
      select village_code, kecamatan_code, decile_from, decile_to, 0, count(*)::int, 0, 0, 0 from asked_about group by 1, 2, 3, 4
    ), traits as (
      select p.village_code, p.kecamatan_code, p.covered, t.dimension, coalesce(t.value, 'unknown') as value
      from people p cross join lateral (values ('village', p.village_code), ('sex', p.sex), ('work', p.occupation_group), ('age',
        case when p.birth_date is null then null else (select case when a < 25 then '18' when a < 35 then '25' when a < 45 then '35'
          when a < 55 then '45' else '55' end from (select extract(year from age(${on.today}::date, p.birth_date)) as a) of_age) end
      )) as t (dimension, value)
      where p.coverable
    )
    select village_code, kecamatan_code, 'register' as side, 'work' as dimension, work as value, decile_from, decile_to,
      count(*)::int as people, sum(listed)::double precision as listed, sum(covered)::double precision as covered,
      sum(covered * (1 - covered))::double precision as variance, count(*) filter (where asked_covered and person_id is null)::int as asked,
      sum(case when person_id is null then covered else 0 end)::double precision as asked_expected,
      count(*) filter (where person_id is null and asked_person_id is null)::int as unlinked
    from workers group by 1, 2, work, decile_from, decile_to
    union all
    select village_code, kecamatan_code, 'covered', 'decile', 'all', decile_from, decile_to, sum(people)::int, 0,
      sum(covered)::double precision, sum(variance)::double precision, sum(asked)::int, 0, sum(unlinked)::int
    from of_insured group by 1, 2, decile_from, decile_to
    union all
    select village_code, kecamatan_code, 'reach', dimension, value, null, null, count(*)::int, count(*),
      count(*) filter (where covered), 0, 0, 0, 0
    from traits group by 1, 2, dimension, value`.execute(tx);
  return rows;
}

export type LastRelease = { readonly batchId: string; readonly asOf: CivilDate | null };

/** The last DTSEN file that stands; what it repeats unchanged is of its day as well. */
export async function findLastRegister(tx: Tx): Promise<LastRelease | undefined> {
  const { rows } = await sql<LastRelease>`
    select b.id as batch_id, (b.applied_at at time zone 'Asia/Jakarta')::date as as_of from app.import_batches b
    where b.region_code = (select app.region()) and b.kind = 'dtsen' and b.state = 'applied' order by b.applied_at desc, b.id desc limit 1`.execute(
    tx,
  );
  return rows[0];
}
