import type { SnapshotGuest, SnapshotItem } from "@tuwai/domain/minutes";
import type { Group } from "@tuwai/domain/grants";
import { sql } from "kysely";
import type { Tx } from "#database";

type GuestRow = Omit<SnapshotGuest, "arrivedAt" | "leftAt"> & {
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
};

/** Who was invited and who came, villages in the order of their codes, others after them. */
export async function listGuests(tx: Tx, meetingId: string): Promise<readonly GuestRow[]> {
  const { rows } = await sql<GuestRow>`
    select v.name as place, k.name as kecamatan, g.office, g.name, g.stands_in_for, g.letter, g.arrived_at, g.left_at
    from app.meeting_guests g
    left join app.regions v on v.region_code = g.region_code and v.code = g.village_code
    left join app.regions k on k.region_code = g.region_code and k.code = g.kecamatan_code
    where g.meeting_id = ${meetingId}::uuid order by g.village_code nulls last, g.kecamatan_code nulls last, g.office, g.id`.execute(
    tx,
  );
  return rows;
}

/** The agenda in its order, with what was noted. */
export async function listItems(tx: Tx, meetingId: string): Promise<readonly SnapshotItem[]> {
  const { rows } = await sql<SnapshotItem>`
    select i.title, i.presenter, i.minutes, i.state, i.notes from app.meeting_items i
    where i.meeting_id = ${meetingId}::uuid order by i.position, i.id`.execute(tx);
  return rows;
}

export type Hand = { readonly villageCode: string; readonly isVillage: boolean };

/** Whose hand each village's promise is: who declared last for the groups that were asked for. */
export async function listHands(
  tx: Tx,
  of: { readonly regionCode: string; readonly year: number; readonly groups: readonly Group[] },
): Promise<readonly Hand[]> {
  const { rows } = await sql<Hand>`
    select distinct on (s.village_code) s.village_code, s.taken_role = 'KDS' as is_village
    from app.commitment_steps s join app.commitments c on c.id = s.commitment_id
    where s.region_code = ${of.regionCode} and c.year = ${of.year} and c.group_code = any(${of.groups}::text[]) and s.step = 'declare'
    order by s.village_code, s.taken_at desc, s.id desc`.execute(tx);
  return rows;
}

export type PlaceName = {
  readonly code: string;
  readonly name: string;
  readonly kecamatanCode: string | null;
};

/** Names of kecamatan and villages, by code. */
export async function listPlaceNames(tx: Tx, regionCode: string): Promise<readonly PlaceName[]> {
  const { rows } = await sql<PlaceName>`
    select r.code, r.name, r.kecamatan_code from app.regions r
    where r.region_code = ${regionCode} and r.valid_until is null order by r.code`.execute(tx);
  return rows;
}

export type MeetingWithout = { readonly id: string; readonly code: string; readonly closedAt: Date };

/** Meetings that are over and have no minutes that were shown, the oldest first. */
export async function listWithoutMinutes(tx: Tx, regionCode: string): Promise<readonly MeetingWithout[]> {
  const { rows } = await sql<MeetingWithout>`
    select m.id, m.code, m.closed_at from app.meetings m
    where m.region_code = ${regionCode} and m.state = 'closed'
      and not exists (select from app.minutes n where n.meeting_id = m.id and n.state <> 'draft')
    order by m.closed_at`.execute(tx);
  return rows;
}

/** By what a meeting is called in addresses. */
export async function findMeetingCode(tx: Tx, meetingId: string): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select m.code from app.meetings m where m.id = ${meetingId}::uuid`.execute(tx);
  return rows[0]?.code;
}

export type AskedYear = { readonly lockedAt: Date | null };

/** Whether the year's promises were asked for, and since when they are locked. */
export async function findAskedYear(
  tx: Tx,
  regionCode: string,
  year: number,
): Promise<AskedYear | undefined> {
  const { rows } = await sql<AskedYear>`
    select y.locked_at from app.commitment_years y where y.region_code = ${regionCode} and y.year = ${year}`.execute(
    tx,
  );
  return rows[0];
}
