import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { LifeEventDocument, LifeEventKind, LifeEventTeller } from "./life-event.ts";

export type LifeEventRow = {
  readonly id: string;
  readonly personId: string;
  readonly kind: LifeEventKind;
  readonly happenedOn: CivilDate;
  /** Of a death: the day of the accident at work it followed. */
  readonly accidentOn: CivilDate | null;
  readonly document: LifeEventDocument;
  /** Null where nobody asked, as with what a list says. */
  readonly toldBy: LifeEventTeller | null;
  readonly note: string | null;
  readonly dateBefore: CivilDate | null;
  readonly coverEventId: string | null;
  readonly recordedAt: Date;
  readonly undoneAt: Date | null;
  /** When a manager had acted on it. */
  readonly handledAt: Date | null;
  readonly handledNote: string | null;
};

const columns = sql`e.id, e.person_id, e.kind, e.happened_on, e.accident_on, e.document, e.told_by, e.note, e.date_before, e.cover_event_id, e.recorded_at,
  e.undone_at, e.handled_at, e.handled_note`;

/** What was told of a person, undone or not, newest first. */
export async function listLifeEventRows(tx: Tx, personId: string): Promise<readonly LifeEventRow[]> {
  const { rows } = await sql<LifeEventRow>`
    select ${columns} from app.life_events e where e.person_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) order by e.recorded_at desc, e.id desc`.execute(
    tx,
  );
  return rows;
}

export async function findLifeEvent(tx: Tx, area: Area, id: string): Promise<LifeEventRow | undefined> {
  const { rows } = await sql<LifeEventRow>`
    select ${columns} from app.life_events e where e.id = ${id} and ${placeWithin(area, "e")}`.execute(tx);
  return rows[0];
}

export type NewLifeEvent = Omit<LifeEventRow, "undoneAt" | "handledAt" | "handledNote"> & {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly recordedBy: string;
};

export async function insertLifeEvent(tx: Tx, event: NewLifeEvent): Promise<void> {
  await sql`
    insert into app.life_events (region_code, id, village_code, kecamatan_code, person_id, kind, happened_on, accident_on, document, told_by, note,
      date_before, cover_event_id, recorded_by, recorded_at)
    values (${event.regionCode}, ${event.id}, ${event.villageCode}, ${event.kecamatanCode}, ${event.personId}, ${event.kind},
      ${event.happenedOn}::date, ${event.accidentOn}::date, ${event.document}, ${event.toldBy}, ${event.note}, ${event.dateBefore}::date, ${event.coverEventId},
      ${event.recordedBy}, ${event.recordedAt})`.execute(tx);
}

/** Says whether it stood until now. */
export async function markUndone(
  tx: Tx,
  id: string,
  by: { readonly actorId: string; readonly at: Date },
): Promise<boolean> {
  const done = await sql`
    update app.life_events set undone_by = ${by.actorId}, undone_at = ${by.at} where id = ${id} and undone_at is null and handled_at is null`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Which event of cover stands for it from now on. */
export async function updateCoverEvent(tx: Tx, id: string, coverEventId: string): Promise<void> {
  await sql`update app.life_events set cover_event_id = ${coverEventId} where id = ${id}`.execute(tx);
}

/** Says whether it stood, and nobody had acted on it. */
export async function markHandled(
  tx: Tx,
  id: string,
  by: { readonly actorId: string; readonly at: Date; readonly note: string | null },
): Promise<boolean> {
  const done = await sql`
    update app.life_events set handled_by = ${by.actorId}, handled_at = ${by.at}, handled_note = ${by.note}
    where id = ${id} and undone_at is null and handled_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Nobody has acted on it after all. Says whether somebody had. */
export async function markUnhandled(tx: Tx, id: string): Promise<boolean> {
  const done = await sql`
    update app.life_events set handled_by = null, handled_at = null, handled_note = null
    where id = ${id} and handled_at is not null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}
