import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import { isCoveredIn } from "#figures";

export type GroupCount = { readonly group: string; readonly covered: number; readonly listed: number };

/** Workers on a list and covered in a month, by kind of work, of the whole city; counted as the figures of months are. */
export async function countGroups(tx: Tx, regionCode: string, month: Month): Promise<readonly GroupCount[]> {
  const { rows } = await sql<GroupCount>`
    select coalesce(p.occupation_group, 'unknown') as "group", count(*)::int as listed,
      count(*) filter (where ${isCoveredIn(month)})::int as covered
    from app.persons p
    left join app.judgements j on j.person_id = p.id
    left join app.cover_states c on c.person_id = p.id
    where p.region_code = ${regionCode} and p.withdrawn_at is null and p.target_group <> 'village-officer' and not coalesce(j.bars_payment, false)
      and (p.created_at at time zone 'Asia/Jakarta')::date < (${month} || '-01')::date + interval '1 month'
      and coalesce(least(p.died_on, p.moved_on) >= (${month} || '-01')::date + interval '1 month', true)
    group by 1 order by 1`.execute(tx);
  return rows;
}
