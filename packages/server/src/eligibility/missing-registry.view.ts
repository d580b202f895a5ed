import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { Held } from "#tasks";

/** People of the area whose judgement waits for this fact, and since when the first of them is known. */
export async function findWithoutFact(
  tx: Tx,
  area: Area,
  { programme, fact }: { readonly programme: string; readonly fact: string },
): Promise<Held> {
  const { rows } = await sql<Held>`
    select count(*)::int as count, min(p.created_at) as since
    from app.persons p join app.judgements j on j.person_id = p.id and j.programme = ${programme}
    where ${placeWithin(area, "p")} and p.withdrawn_at is null and p.target_group <> 'village-officer'
      and j.reasons @> ${JSON.stringify([{ code: "fact-missing", fact }])}::jsonb`.execute(tx);
  return rows[0]!;
}
