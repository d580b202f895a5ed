import type { TargetingDecision, TargetingSide } from "@tuwai/domain/targeting";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { Step } from "#use-case";

const placeOfNote = (id: string) => ({ table: "targeting_decisions", column: "note", rowId: id });

export type NewDecision = {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly side: TargetingSide;
  readonly recordId: string;
  readonly decision: TargetingDecision;
  readonly note: string | null;
};

/** Writes the decision; answers its id, or nothing where one stands already. */
export async function insertDecision(
  { app, tx, actor, now, newId }: Step,
  of: NewDecision,
): Promise<string | undefined> {
  const id = newId();
  const note = of.note === null ? null : app.keys.seal(of.note, placeOfNote(id));
  const { rows } = await sql<{ id: string }>`
    insert into app.targeting_decisions (region_code, id, village_code, kecamatan_code, side, record_id, decision, note_sealed, decided_by,
      decided_role, decided_at)
    values (${actor.regionCode}, ${id}, ${of.villageCode}, ${of.kecamatanCode}, ${of.side}, ${of.recordId}, ${of.decision}, ${note},
      ${actor.userId}, ${actor.role}, ${now})
    on conflict (record_id, side) where undone_at is null do nothing returning id`.execute(tx);
  return rows[0]?.id;
}

/** Takes a standing decision back; answers what it was about, or nothing where none stands. */
export async function markUndone(
  { tx, area, actor, now }: Step,
  id: string,
): Promise<{ readonly decision: TargetingDecision; readonly villageCode: string } | undefined> {
  const { rows } = await sql<{ decision: TargetingDecision; villageCode: string }>`
    update app.targeting_decisions d set undone_by = ${actor.userId}, undone_at = ${now}
    where d.id = ${id} and d.undone_at is null and ${placeWithin(area, "d")} returning d.decision, d.village_code`.execute(
    tx,
  );
  return rows[0];
}

export const openNote = ({ app }: Step, id: string | null, sealed: Buffer | null): string | null =>
  id === null || sealed === null ? null : app.keys.open(sealed, placeOfNote(id));

/** How many people of the asking village the city wants visited; nothing is said of why. */
export async function countVisits(tx: Tx, area: Area): Promise<number> {
  if (area.villageCode === null) return 0;
  const { rows } = await sql<{ n: number }>`select app.visits_asked_of_village() as n`.execute(tx);
  return rows[0]!.n;
}
