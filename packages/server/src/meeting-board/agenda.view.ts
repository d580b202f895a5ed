import { sql } from "kysely";
import type { Tx } from "#database";

/** What the meeting is at, by its own clock; never who presents it. */
export type RunningItem = {
  readonly title: string;
  readonly minutes: number;
  readonly position: number;
  readonly items: number;
  readonly startedAt: number;
};

export async function findRunningItem(tx: Tx, meetingId: string): Promise<RunningItem | null> {
  const { rows } = await sql<Omit<RunningItem, "startedAt"> & { startedAt: Date }>`
    select i.title, i.minutes, i.started_at,
      (select count(*)::int from app.meeting_items b where b.meeting_id = i.meeting_id and b.position <= i.position) as position,
      (select count(*)::int from app.meeting_items b where b.meeting_id = i.meeting_id) as items
    from app.meeting_items i
    where i.meeting_id = ${meetingId} and i.state = 'running' and i.started_at is not null`.execute(tx);
  const found = rows[0];
  return found === undefined ? null : { ...found, startedAt: found.startedAt.getTime() };
}
