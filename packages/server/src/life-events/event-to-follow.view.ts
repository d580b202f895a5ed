import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import type { LifeEventKind } from "./life-event.ts";

export type EventToFollow = {
  readonly id: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kind: LifeEventKind;
  readonly on: CivilDate;
  readonly recordedAt: Date;
  /** BPJS was asked to insure the person, or does. */
  readonly isEnrolled: boolean;
  /** Somebody pays, or was proposed to. */
  readonly isPaidFor: boolean;
  readonly handledAt: Date | null;
  readonly handledNote: string | null;
};

const enrolled = sql`exists (select from app.enrolments n where n.person_id = p.id and n.state not in ('rejected', 'ended'))`;
const paidFor = sql`exists (select from app.sponsorships s where s.person_id = p.id and s.state in ('proposed', 'accepted'))`;

/** Of a merged person the entry that is kept; whoever came back is away no longer. */
const from = (area: Area) => sql`
  from app.life_events e join app.persons p on p.id = app.kept_person(e.person_id)
  where ${placeWithin(area, "e")} and e.undone_at is null and e.kind <> 'moved-in'`;

const toFollow = sql`e.handled_at is null and p.withdrawn_at is null and (e.kind <> 'moved-away' or p.moved_on is not null)
  and (${enrolled} or ${paidFor})`;

const columns = sql`e.id, p.id as person_id, p.code, p.full_name, p.village_code, e.kind, e.happened_on as on, e.recorded_at,
  ${enrolled} as is_enrolled, ${paidFor} as is_paid_for, e.handled_at, e.handled_note`;

/** Events on which a manager has not acted, of people whose enrolment or payer stands. */
export async function countToFollow(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${from(area)} and ${toFollow}`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** The oldest first: money and a family wait for it. */
export async function listToFollow(
  tx: Tx,
  area: Area,
  { limit, offset }: PageSize,
): Promise<readonly EventToFollow[]> {
  const { rows } = await sql<EventToFollow>`
    select ${columns} ${from(area)} and ${toFollow} order by e.recorded_at, e.id limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return rows;
}

/** The last twenty on which somebody acted, newest first. */
export async function listFollowed(tx: Tx, area: Area): Promise<readonly EventToFollow[]> {
  const { rows } = await sql<EventToFollow>`
    select ${columns} ${from(area)} and e.handled_at is not null order by e.handled_at desc, e.id limit 20`.execute(
    tx,
  );
  return rows;
}
