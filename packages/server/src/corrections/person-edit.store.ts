import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";
import type { WrittenField } from "#people";
import type { CorrectionSource, CorrectionState } from "./correction.ts";

export type PersonEditRow = {
  readonly id: string;
  readonly personId: string;
  readonly field: WrittenField;
  readonly valueSealed: Buffer | null;
  readonly beforeSealed: Buffer | null;
  readonly source: CorrectionSource;
  readonly toldOn: CivilDate;
  readonly note: string | null;
  readonly isEntry: boolean;
  readonly state: CorrectionState;
  readonly recordedBy: string;
  readonly recordedRole: Role;
  readonly recordedAt: Date;
  readonly decidedRole: Role | null;
  readonly decidedAt: Date | null;
  readonly refusal: string | null;
  readonly undoneRole: Role | null;
  readonly undoneAt: Date | null;
  readonly version: number;
};

const columns =
  sql.raw(`e.id, e.person_id, e.field, e.value_sealed, e.before_sealed, e.source, e.told_on, e.note, e.is_entry, e.state,
  e.recorded_by, e.recorded_role, e.recorded_at, e.decided_role, e.decided_at, e.refusal, e.undone_role, e.undone_at, e.version`);

/** Everything that was said of a person, newest first. */
export async function listPersonEdits(tx: Tx, personId: string): Promise<readonly PersonEditRow[]> {
  const { rows } = await sql<PersonEditRow>`
    select ${columns} from app.person_edits e where e.person_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) order by e.recorded_at desc, e.id desc`.execute(
    tx,
  );
  return rows;
}

export async function findPersonEdit(tx: Tx, area: Area, id: string): Promise<PersonEditRow | undefined> {
  const { rows } = await sql<PersonEditRow>`
    select ${columns} from app.person_edits e where e.id = ${id} and ${placeWithin(area, "e")}`.execute(tx);
  return rows[0];
}

export type NewPersonEdit = {
  readonly id: string;
  readonly field: WrittenField;
  readonly valueSealed: Buffer;
  readonly beforeSealed: Buffer | null;
  readonly state: "waiting" | "standing";
};

export type SaidHow = {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly personId: string;
  readonly source: CorrectionSource;
  readonly toldOn: CivilDate;
  readonly note: string | null;
  readonly isEntry: boolean;
  readonly actorId: string;
  readonly role: Role;
};

export async function insertPersonEdits(
  tx: Tx,
  edits: readonly NewPersonEdit[],
  how: SaidHow,
): Promise<void> {
  const column = <K extends keyof NewPersonEdit>(key: K) => edits.map((edit) => edit[key]);
  await sql`
    insert into app.person_edits (region_code, id, village_code, kecamatan_code, person_id, field, value_sealed, before_sealed,
      source, told_on, note, is_entry, state, recorded_by, recorded_role)
    select ${how.regionCode}, n.id, ${how.villageCode}, ${how.kecamatanCode}, ${how.personId}::uuid, n.field, n.value_sealed,
      n.before_sealed, ${how.source}, ${how.toldOn}::date, ${how.note}, ${how.isEntry}, n.state, ${how.actorId}::uuid, ${how.role}
    from unnest(${column("id")}::uuid[], ${column("field")}::text[], ${column("valueSealed")}::bytea[],
      ${column("beforeSealed")}::bytea[], ${column("state")}::text[]) as n (id, field, value_sealed, before_sealed, state)`.execute(
    tx,
  );
}

export type SignedBy = { readonly actorId: string; readonly role: Role };

/** A second person's word. Says whether it still waited at this version. */
export async function markDecided(
  tx: Tx,
  edit: Pick<PersonEditRow, "id" | "version">,
  decided: SignedBy & { readonly state: "standing" | "refused"; readonly refusal: string | null },
): Promise<boolean> {
  const done = await sql`
    update app.person_edits set state = ${decided.state}, decided_by = ${decided.actorId}, decided_role = ${decided.role},
      decided_at = (select app.now()), refusal = ${decided.refusal}, version = version + 1
    where id = ${edit.id} and version = ${edit.version} and state = 'waiting'`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Says whether it stood or waited until now. */
export async function markTakenBack(tx: Tx, id: string, by: SignedBy): Promise<boolean> {
  const done = await sql`
    update app.person_edits set state = 'undone', undone_by = ${by.actorId}, undone_role = ${by.role},
      undone_at = (select app.now()), version = version + 1
    where id = ${id} and state in ('waiting', 'standing')`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Forgets what these fields were said to be; that something was said stays. */
export async function eraseWords(
  tx: Tx,
  personIds: readonly string[],
  fields: readonly WrittenField[],
): Promise<void> {
  await sql`
    update app.person_edits set value_sealed = null, before_sealed = null
    where person_id = any(${personIds}::uuid[]) and field = any(${fields}::text[])`.execute(tx);
}
