import type { ItemState } from "@tuwai/domain/meetings";
import { sql } from "kysely";
import type { Tx } from "#database";

/** An item of a meeting's agenda, or of its parking lot. */
export type Item = {
  readonly id: string;
  readonly meetingId: string;
  readonly position: number;
  readonly title: string;
  readonly presenter: string | null;
  readonly minutes: number;
  readonly state: ItemState;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly spentSeconds: number;
  readonly notes: string | null;
  readonly notesVersion: number;
  readonly fromItemId: string | null;
  readonly changedAt: Date;
  readonly version: number;
};

const columns = sql`i.id, i.meeting_id, i.position, i.title, i.presenter, i.minutes, i.state, i.started_at, i.ended_at,
  i.spent_seconds, i.notes, i.notes_version, i.from_item_id, i.changed_at, i.version`;

/** In the order in which they are held. */
export async function listItems(tx: Tx, meetingId: string): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`
    select ${columns} from app.meeting_items i where i.meeting_id = ${meetingId} order by i.position, i.id`.execute(
    tx,
  );
  return rows;
}

/** All items of a meeting, held so that two changes of its agenda stand in line. */
export async function lockItems(tx: Tx, meetingId: string): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`
    select ${columns} from app.meeting_items i where i.meeting_id = ${meetingId} order by i.position, i.id for update`.execute(
    tx,
  );
  return rows;
}

type By = { readonly by: string; readonly at: Date };
export type NewItem = Pick<Item, "id" | "meetingId" | "position" | "title" | "presenter" | "minutes"> &
  Partial<Pick<Item, "state" | "notes" | "fromItemId">>;

export async function insertItems(
  tx: Tx,
  items: readonly NewItem[],
  { by, at, regionCode }: By & { readonly regionCode: string },
): Promise<void> {
  await sql`
    insert into app.meeting_items (region_code, id, meeting_id, position, title, presenter, minutes, state, notes, from_item_id,
      changed_by, changed_at)
    select ${regionCode}, n."id", n."meetingId", n."position", n."title", n."presenter", n."minutes", coalesce(n."state", 'planned'),
      n."notes", n."fromItemId", ${by}, ${at}
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as n("id" uuid, "meetingId" uuid, "position" integer, "title" text,
      "presenter" text, "minutes" integer, "state" text, "notes" text, "fromItemId" uuid)`.execute(tx);
}

/** What an item is called, how long it takes and where it stands. */
export async function saveItem(
  tx: Tx,
  item: Pick<Item, "id" | "position" | "title" | "presenter" | "minutes"> & By,
): Promise<void> {
  await sql`
    update app.meeting_items set position = ${item.position}, title = ${item.title}, presenter = ${item.presenter},
      minutes = ${item.minutes}, changed_by = ${item.by}, changed_at = ${item.at}, version = version + 1
    where id = ${item.id}`.execute(tx);
}

/** From planned to running, done and aside, with the time that it took. */
export async function saveItemState(
  tx: Tx,
  item: Pick<Item, "id" | "state" | "startedAt" | "endedAt" | "spentSeconds"> & By,
): Promise<void> {
  await sql`
    update app.meeting_items set state = ${item.state}, started_at = ${item.startedAt}, ended_at = ${item.endedAt},
      spent_seconds = ${item.spentSeconds}, changed_by = ${item.by}, changed_at = ${item.at}, version = version + 1
    where id = ${item.id}`.execute(tx);
}

export async function saveNotes(
  tx: Tx,
  { id, notes, by, at }: Pick<Item, "id" | "notes"> & By,
): Promise<void> {
  await sql`
    update app.meeting_items set notes = ${notes}, notes_version = notes_version + 1, changed_by = ${by}, changed_at = ${at}
    where id = ${id}`.execute(tx);
}

/** What closed meetings of a city moved on and no later meeting has taken over yet, the oldest first. */
export async function listUntakenItems(tx: Tx, regionCode: string): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`
    select ${columns} from app.meeting_items i join app.meetings m on m.id = i.meeting_id
    where m.region_code = ${regionCode} and m.state = 'closed' and i.state = 'moved'
      and not exists (select from app.meeting_items later where later.from_item_id = i.id)
    order by m.starts_at, i.position`.execute(tx);
  return rows;
}
