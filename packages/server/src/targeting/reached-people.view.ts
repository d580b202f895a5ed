import { occupationGroups } from "@tuwai/domain/occupations";
import { type RawBuilder, sql } from "kysely";

/** Groups of work that this programme is for; a village insures its own officers. */
export const programmeWork: readonly string[] = occupationGroups.filter(
  (group) => group !== "village-officer",
);

/**
 * Living people of the lists with what stands of them: whom the city could cover, and whether they are covered, as the public figure
 * counts them.
 */
export const peopleCte: RawBuilder<unknown> = sql`
  people as materialized (
    select p.id, p.region_code, p.village_code, p.kecamatan_code, p.sex, p.birth_date, p.occupation_group,
      coalesce(c.counts_as_covered, false) as covered, not coalesce(j.bars_payment, false) as coverable
    from app.persons p
    left join app.cover_states c on c.person_id = p.id
    left join app.judgements j on j.person_id = p.id
    where p.withdrawn_at is null and p.died_on is null and p.moved_on is null and p.target_group <> 'village-officer'
  )`;

/** Live links to the register, by the entry that stands for a merged one. A person's word is certain. */
export const linkedCte: RawBuilder<unknown> = sql`
  linked as materialized (
    select distinct on (l.record_id) l.record_id, p.id as person_id, p.village_code, p.kecamatan_code, p.covered,
      case l.origin when 'decided' then 1.0 else l.probability::double precision end as sure
    from app.links l
    left join app.identity_decisions d on d.kind = 'merge' and d.state = 'standing' and d.other_id = l.person_id
    join people p on p.id = coalesce(d.person_id, l.person_id)
    where l.kind = 'dtsen' and l.ended_at is null
    order by l.record_id, l.at desc
  )`;

/** The best open question about a record that nothing links yet; those about somebody covered first. */
export const askedCte: RawBuilder<unknown> = sql`
  asked as materialized (
    select distinct on (q.record_id) q.record_id, p.id as person_id, p.covered, q.probability::double precision as sure
    from app.link_questions q join people p on p.id = q.person_id
    where q.kind = 'dtsen' and q.state in ('open', 'unsure')
      and not exists (select from linked l where l.record_id = q.record_id)
      and not exists (select from linked l where l.person_id = q.person_id)
    order by q.record_id, p.covered desc, q.probability desc
  )`;

/** The decile of each family card, as its newest record gives it. */
const cardsCte: RawBuilder<unknown> = sql`
  cards as materialized (
    select distinct on (r.family_card_index) r.family_card_index,
      coalesce((r.attributes->>'decileFrom')::smallint, (r.attributes->>'decile')::smallint) as decile_from, (r.attributes->>'decile')::smallint as decile_to
    from app.source_records r
    where r.region_code = (select app.region()) and r.kind = 'dtsen' and r.withdrawn_at is null and r.attributes->>'decile' is not null
      and r.family_card_index is not null
    order by r.family_card_index, coalesce(r.attributes->>'decileAsOf', r.attributes->>'asOf') desc, r.id desc
  )`;

/**
 * Every person of the register: a row with a NIK or a name, with the decile of the family card where the row gives none. A row of a
 * family card alone describes nobody.
 */
export const registerCte: RawBuilder<unknown> = sql`
  ${cardsCte},
  register as materialized (
    select r.id, r.full_name, r.birth_date, r.sex, r.nik_index, r.attributes->>'workGroup' as work_group,
      coalesce(l.village_code, r.village_code, '') as village_code,
      coalesce(l.kecamatan_code, r.kecamatan_code, '') as kecamatan_code,
      coalesce((r.attributes->>'decileFrom')::smallint, (r.attributes->>'decile')::smallint, k.decile_from) as decile_from,
      coalesce((r.attributes->>'decile')::smallint, k.decile_to) as decile_to,
      case when r.attributes->>'workGroup' is null then 'unknown'
        when r.attributes->>'workGroup' = any(${programmeWork}::text[]) then 'works' else 'other' end as work,
      l.person_id, l.sure as link_sure, coalesce(l.covered, false) as link_covered,
      a.person_id as asked_person_id, a.sure as asked_sure, coalesce(a.covered, false) as asked_covered
    from app.source_records r
    left join linked l on l.record_id = r.id
    left join asked a on a.record_id = r.id
    left join cards k on k.family_card_index = r.family_card_index and r.attributes->>'decile' is null
    where r.region_code = (select app.region()) and r.kind = 'dtsen' and r.withdrawn_at is null
      and (r.nik_index is not null or r.full_name <> '')
  )`;
