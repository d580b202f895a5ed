import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

/** Who is invited to a meeting, by office, and when they came and left. */
export type Guest = {
  readonly id: string;
  readonly meetingId: string;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly office: string;
  readonly name: string | null;
  readonly standsInFor: string | null;
  readonly letter: string | null;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
  readonly setHow: "card" | "door" | "tick" | null;
};

const columns = sql`g.id, g.meeting_id, g.village_code, g.kecamatan_code, g.office, g.name, g.stands_in_for, g.letter, g.arrived_at,
  g.left_at, g.set_how`;

/** Camat before their villages, and guests of no place last. */
export async function listGuestRows(tx: Tx, area: Area, meetingId: string): Promise<readonly Guest[]> {
  const { rows } = await sql<Guest>`
    select ${columns} from app.meeting_guests g where g.meeting_id = ${meetingId} and ${placeWithin(area, "g")}
    order by g.kecamatan_code nulls last, g.village_code nulls first, g.office, g.id`.execute(tx);
  return rows;
}

type By = { readonly by: string; readonly at: Date };
export type NewGuest = Pick<Guest, "id" | "meetingId" | "villageCode" | "kecamatanCode" | "office" | "name">;

export async function insertGuests(
  tx: Tx,
  guests: readonly NewGuest[],
  { by, at, regionCode }: By & { readonly regionCode: string },
): Promise<void> {
  await sql`
    insert into app.meeting_guests (region_code, id, meeting_id, village_code, kecamatan_code, office, name, changed_by, changed_at)
    select ${regionCode}, n."id", n."meetingId", n."villageCode", n."kecamatanCode", n."office", n."name", ${by}, ${at}
    from jsonb_to_recordset(${JSON.stringify(guests)}::jsonb) as n("id" uuid, "meetingId" uuid, "villageCode" text,
      "kecamatanCode" text, "office" text, "name" text)`.execute(tx);
}

/** Held, so that two who tick the same guest stand in line. */
export async function lockGuest(tx: Tx, meetingId: string, guestId: string): Promise<Guest | undefined> {
  const { rows } = await sql<Guest>`
    select ${columns} from app.meeting_guests g where g.meeting_id = ${meetingId} and g.id = ${guestId} for update`.execute(
    tx,
  );
  return rows[0];
}

export async function lockGuestOfVillage(
  tx: Tx,
  meetingId: string,
  villageCode: string,
): Promise<Guest | undefined> {
  const { rows } = await sql<Guest>`
    select ${columns} from app.meeting_guests g
    where g.meeting_id = ${meetingId} and g.village_code = ${villageCode} for update`.execute(tx);
  return rows[0];
}

export async function saveGuest(tx: Tx, g: Guest & By): Promise<void> {
  await sql`
    update app.meeting_guests set office = ${g.office}, name = ${g.name}, stands_in_for = ${g.standsInFor}, letter = ${g.letter},
      arrived_at = ${g.arrivedAt}, left_at = ${g.leftAt}, set_how = ${g.setHow}, changed_by = ${g.by}, changed_at = ${g.at}
    where id = ${g.id}`.execute(tx);
}
