import { sql } from "kysely";
import type { Tx } from "#database";

/** What must move before a board says anything else. */
export type Mark = {
  /** Moves with everything that happens in the meeting and with every promise of its year. */
  readonly quick: string;
  /** Moves with whatever need is counted from, which may be a long import. */
  readonly need: string;
};

/** One cheap look, also at what another process wrote. */
export async function readMark(tx: Tx, of: { readonly meetingId: string }): Promise<Mark> {
  const { rows } = await sql<Mark>`
    select concat_ws('.', m.version,
        (select concat(count(*), '-', max(e.seq)) from app.meeting_events e where e.meeting_id = m.id),
        (select concat(count(*), '-', sum(i.version)) from app.meeting_items i where i.meeting_id = m.id),
        (select concat(count(*), '-', sum(r.version)) from app.meeting_rows r where r.meeting_id = m.id),
        (select concat(count(*), '-', sum(c.version), '-', max(c.changed_at)) from app.commitments c
          where c.region_code = m.region_code and c.year = m.year)) as quick,
      concat(app.need_changes(), '-', (select concat(count(*), max(n.counted_at)) from app.need_counts n
        where n.region_code = m.region_code and n.year = m.year)) as need
    from app.meetings m where m.id = ${of.meetingId}`.execute(tx);
  return rows[0] ?? { quick: "", need: "" };
}
