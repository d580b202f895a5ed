import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";
import { type RegistryKind, registryKinds } from "#linking";

export type LinkingCounts = {
  readonly automatic: number;
  readonly decided: number;
  /** Persons without a link for whom a question is open. */
  readonly open: number;
  /** Persons without a link and without a question. */
  readonly unlinked: number;
};

type QualityRow = {
  readonly code: string;
  readonly name: string;
  readonly persons: number;
  readonly openDuplicates: number;
  readonly registries: Record<RegistryKind, LinkingCounts>;
};

export async function listQualityRows(tx: Tx, area: Area): Promise<readonly QualityRow[]> {
  const result = await sql<QualityRow>`
    with standing as (
      select p.village_code, k.kind,
        count(*) filter (where l.origin = 'automatic') as automatic,
        count(*) filter (where l.origin = 'decided') as decided,
        count(*) filter (where l.id is null and q.person_id is not null) as open,
        count(*) filter (where l.id is null and q.person_id is null) as unlinked
      from app.persons p
      cross join unnest(${registryKinds}::text[]) as k (kind)
      left join app.links l on l.person_id = p.id and l.kind = k.kind and l.ended_at is null
      left join (select distinct person_id, kind from app.link_questions where state = 'open') q
        on q.person_id = p.id and q.kind = k.kind
      where p.withdrawn_at is null and ${personsWithin(area, "p")}
      group by p.village_code, k.kind
    )
    select g.code, g.name,
      (select count(*)::int from app.persons p where p.village_code = g.code and p.withdrawn_at is null) as persons,
      (select count(*)::int from app.link_questions q where q.village_code = g.code and q.kind = 'person' and q.state = 'open') as open_duplicates,
      (select jsonb_object_agg(k.kind, jsonb_build_object('automatic', coalesce(s.automatic, 0), 'decided', coalesce(s.decided, 0),
          'open', coalesce(s.open, 0), 'unlinked', coalesce(s.unlinked, 0)))
        from unnest(${registryKinds}::text[]) as k (kind)
        left join standing s on s.village_code = g.code and s.kind = k.kind) as registries
    from app.regions g where g.region_code = ${area.regionCode} and g.kecamatan_code is not null and g.valid_until is null order by g.code`.execute(
    tx,
  );
  return result.rows;
}
