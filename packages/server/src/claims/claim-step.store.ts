import type { ClaimDeed } from "@tuwai/domain/claims";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import type { ClaimRow } from "./claim.store.ts";

export type StepRow = {
  readonly id: string;
  readonly step: ClaimDeed;
  /** Days, amounts and codes; no name. */
  readonly details: Readonly<Record<string, string | number | null>>;
  readonly hasNote: boolean;
  readonly takenRole: string;
  readonly takenBy: string;
  readonly takenAt: Date;
};

type Of = Pick<ClaimRow, "id" | "villageCode" | "kecamatanCode" | "branch">;
type Taken = {
  readonly step: ClaimDeed;
  readonly details?: StepRow["details"];
  readonly note?: string | null;
};

const placeOfNote = (id: string) => ({ table: "claim_steps", column: "note", rowId: id });

/** What was done, by whom; a note is sealed, as it may speak of health and of people. Answers the step's id. */
export async function insertStep(
  { tx, actor, now, newId, app }: Step,
  of: Of,
  { step, details = {}, note = null }: Taken,
): Promise<string> {
  const id = newId();
  const sealed = note === null ? null : app.keys.seal(note, placeOfNote(id));
  await sql`
    insert into app.claim_steps (region_code, id, claim_id, village_code, kecamatan_code, branch, step, details, note_sealed, taken_role, taken_by, taken_at)
    values (${actor.regionCode}, ${id}, ${of.id}, ${of.villageCode}, ${of.kecamatanCode}, ${of.branch}, ${step},
      ${JSON.stringify(details)}::jsonb, ${sealed}, ${actor.role}, ${actor.userId}, ${now})`.execute(tx);
  return id;
}

export async function listSteps(tx: Tx, claimId: string): Promise<readonly StepRow[]> {
  const { rows } = await sql<StepRow>`
    select s.id, s.step, s.details, s.note_sealed is not null as has_note, s.taken_role, s.taken_by, s.taken_at from app.claim_steps s
    where s.claim_id = ${claimId} order by s.taken_at, s.id`.execute(tx);
  return rows;
}

/** The notes of a case, opened: step id → words. */
export async function openNotes({ tx, app }: Step, claimId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; note: Buffer }>`
    select s.id, s.note_sealed as note from app.claim_steps s where s.claim_id = ${claimId} and s.note_sealed is not null`.execute(
    tx,
  );
  return new Map(rows.map(({ id, note }) => [id, app.keys.open(note, placeOfNote(id))]));
}
