import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type TrueCount = {
  readonly code: string;
  readonly name: string;
  readonly kecamatanCode: string;
  readonly kecamatan: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly beside: Beside;
};

/** Coverable people who are shown beside the number, never inside it. */
export type Beside = {
  readonly grace: number;
  readonly waitingFirstPayment: number;
  readonly listOnly: number;
};

/**
 * Covered people and coverable people of each village of the area. Coverable: on a village's list of
 * workers, alive, living there, and not ineligible for another reason than being paid for already. Covered, or shown
 * beside: as the cover clock answered.
 */
export async function listTrueCounts(tx: Tx, area: Area): Promise<readonly TrueCount[]> {
  const result = await sql<TrueCount>`
    with counted as materialized (
      select p.village_code, count(*)::int as people, count(*) filter (where c.counts_as_covered)::int as covered,
        count(*) filter (where c.stands_beside = 'grace') as grace,
        count(*) filter (where c.stands_beside = 'waiting-first-payment') as waiting,
        count(*) filter (where c.stands_beside = 'list-only') as list_only
      from app.persons p
      left join app.judgements j on j.person_id = p.id
      left join app.cover_states c on c.person_id = p.id
      where ${personsWithin(area, "p")} and p.withdrawn_at is null and p.died_on is null and p.moved_on is null and p.target_group <> 'village-officer'
        and not coalesce(j.bars_payment, false)
      group by p.village_code
    )
    select g.code, g.name, g.kecamatan_code, k.name as kecamatan,
      coalesce(v.covered, 0) as numerator, coalesce(v.people, 0) as denominator,
      jsonb_build_object('grace', coalesce(v.grace, 0), 'waitingFirstPayment', coalesce(v.waiting, 0), 'listOnly', coalesce(v.list_only, 0)) as beside
    from app.regions g
    join app.regions k on k.region_code = g.region_code and k.code = g.kecamatan_code
    left join counted v on v.village_code = g.code
    where g.kecamatan_code is not null and g.valid_until is null and g.region_code = ${area.regionCode}
      and g.code = coalesce(${area.villageCode}, g.code) and g.kecamatan_code = coalesce(${area.kecamatanCode}, g.kecamatan_code)
    order by g.code`.execute(tx);
  return result.rows;
}
