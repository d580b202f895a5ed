import { sql } from "kysely";
import type { Tx } from "#database";
import type { Said } from "./decision.store.ts";

export type DecisionRow = Said & {
  /** Counts from 1 in its meeting; what was taken back while the meeting ran leaves no gap. */
  readonly number: number | null;
  readonly meetingCode: string | null;
  readonly madeAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
};

const numbered = sql`
  select d.*, case when d.withdrawn_at is null or d.withdrawn_at > d.closed_at
    then (count(*) filter (where d.withdrawn_at is null or d.withdrawn_at > d.closed_at)
      over (partition by d.region_code, d.meeting_id order by d.position))::int end as number
  from (select d.region_code, d.id, d.meeting_id, d.position, d.kind, d.text, d.owner_role, d.village_code, d.kecamatan_code, d.only_kind,
    d.due_on, d.evidence_kind, d.group_code as "group", d.year, d.measure, d.made_at, d.withdrawn_at, d.withdrawn_reason,
    m.code as meeting_code, coalesce(m.closed_at, 'infinity') as closed_at
    from app.decisions d left join app.meetings m on m.id = d.meeting_id) d`;

/** Decisions of one meeting, or the standing ones, in the order in which they were made. */
export async function listDecisionRows(
  tx: Tx,
  { regionCode, meetingId }: { readonly regionCode: string; readonly meetingId: string | null },
): Promise<readonly DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select n.* from (${numbered}) n where n.region_code = ${regionCode}
      and n.meeting_id is not distinct from ${meetingId}::uuid order by n.position`.execute(tx);
  return rows;
}

export async function findDecision(tx: Tx, regionCode: string, id: string): Promise<DecisionRow | undefined> {
  const { rows } = await sql<DecisionRow>`
    select n.* from (${numbered}) n where n.region_code = ${regionCode} and n.id = ${id}`.execute(tx);
  return rows[0];
}
