import { sql } from "kysely";
import type { Tx } from "#database";

export type JudgedPair = {
  readonly personId: string;
  readonly recordId: string;
  readonly verdict: "different" | "unsure" | "ask-only";
};

/**
 * Pairs on which a person has spoken: answered "different" or "unsure", or whose link a person ended (then refused, or
 * only asked when the question was opened again). A newer record of the same NIK counts as the record that was judged,
 * so that a new release never asks again what was answered.
 */
export async function listJudgedPairs(tx: Tx, kind: string): Promise<readonly JudgedPair[]> {
  const result = await sql<JudgedPair>`
    with judged as (
      select q.person_id, q.record_id, q.state as verdict from app.link_questions q
      where q.kind = ${kind} and q.state in ('different', 'unsure')
      union
      select l.person_id, l.record_id, case when exists (
        select from app.link_questions q
        where q.person_id = l.person_id and q.record_id = l.record_id and q.state in ('open', 'same'))
        then 'ask-only' else 'different' end
      from app.links l where l.kind = ${kind} and l.ended_by is not null
    )
    select j.person_id, j.record_id, j.verdict from judged j
    union
    select j.person_id, newer.id, j.verdict
    from judged j
    join app.source_records r on r.id = j.record_id
    join app.source_records newer on newer.kind = r.kind and newer.nik_index = r.nik_index and newer.withdrawn_at is null
      and newer.region_code = r.region_code`.execute(tx);
  return result.rows;
}
