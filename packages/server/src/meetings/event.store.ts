import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import { stirMeeting } from "./stirred.ts";

/** What can happen in a meeting. `corrected` is a promise said again otherwise; `undone` takes an operator's slip back. */
export const meetingEventKinds = [
  "opened",
  "closed",
  "declared",
  "corrected",
  "typed",
  "drafted",
  "undone",
  "confirmed",
  "objected",
  "arrived",
  "left",
  "item-started",
  "item-ended",
] as const;
export type MeetingEventKind = (typeof meetingEventKinds)[number];

/** Numbers and codes only, so that a board can show any event. */
export type MeetingEvent = {
  readonly seq: number;
  readonly kind: MeetingEventKind;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly details: Readonly<Record<string, number | string | boolean | null>>;
  readonly byRole: Role;
  readonly at: Date;
};

type Happened = Pick<MeetingEvent, "kind" | "details"> & {
  readonly meetingId: string;
  readonly villageCode?: string | null;
  readonly kecamatanCode?: string | null;
};

/** Puts what happened at the end of the meeting's line, in the transaction in which it happens. */
export async function appendEvent({ app, tx, actor, now, newId }: Step, e: Happened): Promise<void> {
  await sql`
    insert into app.meeting_events (region_code, meeting_id, id, kind, village_code, kecamatan_code, details, by_role, by_actor, at)
    values (${actor.regionCode}, ${e.meetingId}, ${newId()}, ${e.kind}, ${e.villageCode ?? null}, ${e.kecamatanCode ?? null},
      ${JSON.stringify(e.details)}::jsonb, ${actor.role}, ${actor.userId}, ${now})`.execute(tx);
  stirMeeting(app, e.meetingId);
}

/** What happened last within an area, the newest first; what concerns no village is everybody's. */
export async function listLatestEvents(
  tx: Tx,
  area: Area,
  of: { readonly meetingId: string; readonly limit: number },
): Promise<readonly MeetingEvent[]> {
  const { rows } = await sql<MeetingEvent>`
    select e.seq::float8 as seq, e.kind, e.village_code, e.kecamatan_code, e.details, e.by_role, e.at
    from app.meeting_events e
    where e.meeting_id = ${of.meetingId} and e.region_code = ${area.regionCode} and (e.village_code is null or ${placeWithin(area, "e")})
    order by e.seq desc limit ${of.limit}`.execute(tx);
  return rows;
}

/** What happened to the rows of an area's villages in a meeting, the newest first. */
export async function listRowEvents(tx: Tx, area: Area, meetingId: string): Promise<readonly MeetingEvent[]> {
  const { rows } = await sql<MeetingEvent>`
    select e.seq::float8 as seq, e.kind, e.village_code, e.kecamatan_code, e.details, e.by_role, e.at
    from app.meeting_events e
    where e.meeting_id = ${meetingId} and e.village_code is not null and ${placeWithin(area, "e")} and e.kind in ('declared',
      'corrected', 'typed', 'drafted', 'undone', 'confirmed', 'objected')
    order by e.seq desc`.execute(tx);
  return rows;
}

/** The end of the meeting's line; 0 where nothing happened. */
export async function lastSeq(tx: Tx, meetingId: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select coalesce(max(e.seq), 0)::float8 as seq from app.meeting_events e where e.meeting_id = ${meetingId}`.execute(
    tx,
  );
  return rows[0]?.seq ?? 0;
}
