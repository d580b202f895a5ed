import type { RegionCode } from "@tuwai/domain/regions";
import { sql } from "kysely";
import { type Area } from "#access";
import type { Tx } from "#database";

export type JoinedVillage = {
  readonly code: RegionCode;
  readonly name: string;
  readonly kecamatanCode: RegionCode;
  /** Whether the village's list of workers is in. */
  readonly isSent: boolean;
  readonly people: number;
  /** Of them found in the poverty data. */
  readonly linked: number;
  /** Questions of who is who that wait for an answer. */
  readonly questions: number;
  readonly isEndorsed: boolean;
};

/** How far each village's list is joined with the poverty data, from what the city has; nothing of it is typed by anybody. */
export async function listJoinedVillages(tx: Tx, area: Area): Promise<readonly JoinedVillage[]> {
  const { rows } = await sql<JoinedVillage>`
    with people as (
      select p.village_code, count(*)::int as n, count(l.person_id)::int as linked from app.persons p
      left join (select distinct l.person_id from app.links l where l.region_code = ${area.regionCode} and l.kind = 'dtsen' and l.ended_at is null) l
        on l.person_id = p.id
      where p.region_code = ${area.regionCode} and p.withdrawn_at is null and p.died_on is null and p.moved_on is null
        and p.target_group <> 'village-officer' group by p.village_code),
    asked as (select q.village_code, count(*)::int as n from app.link_questions q
      where q.region_code = ${area.regionCode} and q.state = 'open' group by q.village_code)
    select g.code, g.name, g.kecamatan_code, coalesce(p.n, 0) as people, coalesce(p.linked, 0) as linked, coalesce(q.n, 0) as questions,
      exists (select from app.import_batches b where b.region_code = g.region_code and b.village_code = g.code and b.kind = 'village-list'
        and b.state = 'applied') as is_sent,
      exists (select from app.endorsements e where e.region_code = g.region_code and e.village_code = g.code and e.state = 'approved') as is_endorsed
    from app.regions g left join people p on p.village_code = g.code left join asked q on q.village_code = g.code
    where g.region_code = ${area.regionCode} and g.kecamatan_code is not null and g.valid_until is null
      and g.code = coalesce(${area.villageCode}, g.code) and g.kecamatan_code = coalesce(${area.kecamatanCode}, g.kecamatan_code)
    order by g.code`.execute(tx);
  return rows;
}
