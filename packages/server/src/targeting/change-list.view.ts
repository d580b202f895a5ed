import type { WatchDirection, WatchKind } from "@tuwai/domain/targeting";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { GroupAsked } from "./watch.store.ts";

export type ChangeRow = {
  readonly id: string;
  readonly kind: WatchKind;
  readonly direction: WatchDirection | null;
  readonly name: string;
  readonly villageName: string | null;
  readonly personId: string | null;
  readonly personCode: string | null;
  readonly decileWas: string | null;
  readonly decileIs: string | null;
  readonly villageWas: string | null;
  readonly villageIs: string | null;
};

const span = (alias: string) =>
  sql.raw(`case when ${alias}.attributes->>'decileFrom' is null then ${alias}.attributes->>'decile'
    else concat(${alias}.attributes->>'decileFrom', '–', ${alias}.attributes->>'decile') end`);

/** Open changes of one group, by village and name. */
export async function listChangeRows(
  tx: Tx,
  area: Area,
  of: GroupAsked & { readonly batchId: string },
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select c.id, c.kind, c.direction, coalesce(nullif(n.full_name, ''), nullif(f.full_name, ''), p.full_name, '') as name, g.name as village_name,
      p.id as person_id, p.code as person_code, ${span("f")} as decile_was, ${span("n")} as decile_is, fg.name as village_was, ng.name as village_is
    from app.targeting_changes c
    left join app.source_records f on f.id = c.former_id
    left join app.source_records n on n.id = c.record_id
    left join app.persons p on p.id = c.person_id
    left join app.regions g on g.code = c.village_code
    left join app.regions fg on fg.code = f.village_code
    left join app.regions ng on ng.code = n.village_code
    where c.batch_id = ${of.batchId} and c.kind = ${of.kind} and c.direction is not distinct from ${of.direction} and c.decision_id is null
      and ${placeWithin(area, "c")}
    order by g.name, name, c.id limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows;
}
