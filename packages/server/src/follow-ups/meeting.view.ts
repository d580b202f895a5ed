import { sql } from "kysely";
import type { Tx } from "#database";

type MeetingRow = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly startsAt: Date;
};

export async function findMeetingById(
  tx: Tx,
  regionCode: string,
  id: string,
): Promise<MeetingRow | undefined> {
  const { rows } = await sql<MeetingRow>`
    select m.id, m.code, m.title, m.starts_at from app.meetings m where m.region_code = ${regionCode} and m.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

type MeetingTime = MeetingRow & {
  readonly place: string;
  readonly endsAt: Date;
  readonly version: number;
  readonly changedAt: Date;
};

/** Meetings that are no draft any more, of the last months and to come. */
export async function listMeetingTimes(tx: Tx, regionCode: string): Promise<readonly MeetingTime[]> {
  const { rows } = await sql<MeetingTime>`
    select m.id, m.code, m.title, m.place, m.starts_at, m.ends_at, m.version, m.changed_at from app.meetings m
    where m.region_code = ${regionCode} and m.state <> 'draft' and m.ends_at > (select app.now()) - interval '100 days'
    order by m.starts_at`.execute(tx);
  return rows;
}
