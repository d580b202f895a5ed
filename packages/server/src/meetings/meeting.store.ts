import type { Group } from "@tuwai/domain/grants";
import { sql } from "kysely";
import type { Tx } from "#database";

export type MeetingState = "draft" | "invited" | "open" | "closed";

/** A coordination meeting: when, where, led by whom, and for which groups of which year the villages are asked. */
export type Meeting = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly groups: readonly Group[];
  readonly state: MeetingState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly leader: string;
  readonly secretary: string;
  readonly letterNumber: string | null;
  readonly basis: string | null;
  readonly previousId: string | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly invitedAt: Date | null;
  readonly version: number;
};

const columns = sql`m.id, m.code, m.title, m.year, m.groups, m.state, m.starts_at, m.ends_at, m.place, m.leader, m.secretary,
  m.letter_number, m.basis, m.previous_id, m.opened_at, m.closed_at, m.invited_at, m.version`;

export async function findMeeting(tx: Tx, regionCode: string, code: string): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`
    select ${columns} from app.meetings m where m.region_code = ${regionCode} and m.code = ${code}`.execute(
    tx,
  );
  return rows[0];
}

/** Held, so that two changes stand in line. */
export async function lockMeeting(tx: Tx, regionCode: string, code: string): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`
    select ${columns} from app.meetings m where m.region_code = ${regionCode} and m.code = ${code} for update`.execute(
    tx,
  );
  return rows[0];
}

/** All meetings of a city, the latest first. */
export async function listMeetingRows(tx: Tx, regionCode: string): Promise<readonly Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${columns} from app.meetings m where m.region_code = ${regionCode} order by m.starts_at desc, m.id`.execute(
    tx,
  );
  return rows;
}

export type SavedMeeting = Omit<Meeting, "version" | "openedAt" | "closedAt" | "invitedAt"> & {
  readonly regionCode: string;
  readonly by: string;
  readonly at: Date;
};

export async function insertMeeting(tx: Tx, m: SavedMeeting): Promise<void> {
  await sql`
    insert into app.meetings (region_code, id, code, title, year, groups, state, starts_at, ends_at, place, leader, secretary,
      letter_number, basis, previous_id, changed_by, changed_at)
    values (${m.regionCode}, ${m.id}, ${m.code}, ${m.title}, ${m.year}, ${m.groups}::text[], ${m.state}, ${m.startsAt}, ${m.endsAt},
      ${m.place}, ${m.leader}, ${m.secretary}, ${m.letterNumber}, ${m.basis}, ${m.previousId}, ${m.by}, ${m.at})`.execute(
    tx,
  );
}

type Turn = Pick<Meeting, "id" | "state" | "openedAt" | "closedAt"> & {
  readonly by: string;
  readonly at: Date;
};

/** From draft to invited, open and closed. */
export async function turnMeeting(tx: Tx, m: Turn): Promise<void> {
  await sql`
    update app.meetings set state = ${m.state}, opened_at = ${m.openedAt}, closed_at = ${m.closedAt}, changed_by = ${m.by},
      changed_at = ${m.at}, version = version + 1 where id = ${m.id}`.execute(tx);
}

export type MeetingPlan = Pick<
  Meeting,
  | "id"
  | "title"
  | "year"
  | "groups"
  | "startsAt"
  | "endsAt"
  | "place"
  | "leader"
  | "secretary"
  | "letterNumber"
  | "basis"
> & { readonly by: string; readonly at: Date };

export async function saveMeetingPlan(tx: Tx, m: MeetingPlan): Promise<void> {
  await sql`
    update app.meetings set title = ${m.title}, year = ${m.year}, groups = ${m.groups}::text[], starts_at = ${m.startsAt},
      ends_at = ${m.endsAt}, place = ${m.place}, leader = ${m.leader}, secretary = ${m.secretary},
      letter_number = ${m.letterNumber}, basis = ${m.basis}, changed_by = ${m.by}, changed_at = ${m.at}, version = version + 1
    where id = ${m.id}`.execute(tx);
}

/** The villages are told from now on. */
export async function saveInvited(
  tx: Tx,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    update app.meetings set state = 'invited', invited_at = ${at}, changed_by = ${by}, changed_at = ${at}, version = version + 1
    where id = ${id}`.execute(tx);
}
