import { sql } from "kysely";
import type { Tx } from "#database";

/** People whom nothing but the declaration of consent keeps from a list, and whom the last approved list lacks. */
export async function countReadyPeople(tx: Tx, villageCode: string, programme: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with approved as (
      select id from app.endorsements where village_code = ${villageCode} and programme = ${programme} and state = 'approved'
      order by decided_at desc, id desc limit 1
    )
    select count(*)::int as n from app.persons p
    join app.judgements j on j.person_id = p.id and j.programme = ${programme} and j.is_ready
    where p.village_code = ${villageCode} and p.withdrawn_at is null and p.target_group <> 'village-officer'
      and not exists (select from app.endorsement_items i
        where i.endorsement_id = (select id from approved) and i.person_id = p.id and i.included)`.execute(
    tx,
  );
  return rows[0]!.n;
}
