import type { Reading } from "@tuwai/domain/aftercare";
import { sql } from "kysely";
import type { Tx } from "#database";

/**
 * The decile of every release in which the family card of each of these workers, or the worker's own record, stands. Rows of later
 * releases replace earlier ones in the register; here all of them count.
 */
export async function listFamilyReadings(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly (Reading & { readonly personId: string })[]> {
  const { rows } = await sql<Reading & { readonly personId: string }>`
    select distinct on (i, release) i as person_id, coalesce(r.attributes->>'decileRelease', r.attributes->>'release') as release,
      coalesce(r.attributes->>'decileAsOf', r.attributes->>'asOf')::date as as_of,
      coalesce((r.attributes->>'decileFrom')::int, (r.attributes->>'decile')::int) as decile_from, (r.attributes->>'decile')::int as decile
    from unnest(${personIds}::uuid[]) as i join app.persons p on p.id = app.kept_person(i)
      join app.source_records r on r.region_code = p.region_code and r.kind = 'dtsen'
        and (r.family_card_index = p.family_card_index or r.id = (select w.record_id from app.person_welfare w where w.person_id = p.id))
    where r.attributes->>'decile' is not null and r.attributes->>'asOf' is not null and coalesce(r.attributes->>'release', '') <> ''
    order by i, release, r.withdrawn_at desc nulls first, r.id`.execute(tx);
  return rows;
}
