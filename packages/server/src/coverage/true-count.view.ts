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
    with coverable as (
      select p.village_code, c.counts_as_covered, c.stands_beside
      from app.persons p
      left join app.judgements j on j.person_id = p.id
      left join app.cover_states c on c.person_id = p.id
      where ${personsWithin(area, "p")} and p.withdrawn_at is null and p.died_on is null and p.moved_on is null and p.target_group <> 'village-officer'
        and not coalesce(j.bars_payment, false)
    )
    select g.code, g.name, g.kecamatan_code, k.name as kecamatan,
      count(*) filter (where v.counts_as_covered)::int as numerator, count(v.village_code)::int as denominator,
      jsonb_build_object('grace', count(*) filter (where v.stands_beside = 'grace'),
        'waitingFirstPayment', count(*) filter (where v.stands_beside = 'waiting-first-payment'),
        'listOnly', count(*) filter (where v.stands_beside = 'list-only')) as beside
    from app.regions g
    join app.regions k on k.region_code = g.region_code and k.code = g.kecamatan_code
    left join coverable v on v.village_code = g.code
    where g.kecamatan_code is not null and g.valid_until is null and g.region_code = ${area.regionCode}
      and g.code = coalesce(${area.villageCode}, g.code) and g.kecamatan_code = coalesce(${area.kecamatanCode}, g.kecamatan_code)
    group by g.code, g.name, g.kecamatan_code, k.name order by g.code`.execute(tx);
  return result.rows;
}
