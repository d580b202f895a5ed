import type { Finding, Need, VisitStage } from "@tuwai/domain/aftercare";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { Step } from "#use-case";

export type VisitRow = {
  readonly id: string;
  readonly claimId: string;
  readonly stage: VisitStage;
  readonly madeOn: CivilDate;
  readonly finding: Finding;
  readonly need: Need;
  readonly hasNote: boolean;
  readonly notedRole: string;
};

const placeOfNote = (id: string) => ({ table: "family_visits", column: "note", rowId: id });

export async function listVisits(
  tx: Tx,
  area: Area,
  claimIds: readonly string[],
): Promise<readonly VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select v.id, v.claim_id, v.stage, v.made_on, v.finding, v.need, v.note_sealed is not null as has_note, v.noted_role
    from app.family_visits v where v.claim_id = any(${claimIds}::uuid[]) and ${placeWithin(area, "v")} order by v.made_on, v.id`.execute(
    tx,
  );
  return rows;
}

type Of = { readonly claimId: string; readonly villageCode: string; readonly kecamatanCode: string };
type New = Pick<VisitRow, "stage" | "madeOn" | "finding" | "need"> & { readonly note: string | null };

/** False where the visit of this stage is noted already. */
export async function insertVisit({ tx, actor, now, newId, app }: Step, of: Of, v: New): Promise<boolean> {
  const id = newId();
  const sealed = v.note === null ? null : app.keys.seal(v.note, placeOfNote(id));
  const { numAffectedRows = 0n } = await sql`
    insert into app.family_visits (region_code, id, claim_id, village_code, kecamatan_code, stage, made_on, finding, need, note_sealed, noted_by, noted_role,
      noted_at)
    values (${actor.regionCode}, ${id}, ${of.claimId}, ${of.villageCode}, ${of.kecamatanCode}, ${v.stage}, ${v.madeOn}::date, ${v.finding}, ${v.need},
      ${sealed}, ${actor.userId}, ${actor.role}, ${now})
    on conflict do nothing`.execute(tx);
  return numAffectedRows > 0n;
}

/** Visit id → what the visitor wrote of one family. */
export async function openVisitNotes(
  { tx, area, app }: Step,
  claimId: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; note: Buffer }>`
    select v.id, v.note_sealed as note from app.family_visits v
    where v.claim_id = ${claimId}::uuid and v.note_sealed is not null and ${placeWithin(area, "v")}`.execute(
    tx,
  );
  return new Map(rows.map(({ id, note }) => [id, app.keys.open(note, placeOfNote(id))]));
}
