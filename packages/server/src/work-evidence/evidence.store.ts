import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";
import type { EvidenceKind } from "./evidence.ts";

export type EvidenceRow = {
  readonly id: string;
  readonly personId: string;
  readonly kind: EvidenceKind;
  readonly shows: string;
  readonly reference: string | null;
  readonly seenOn: CivilDate;
  readonly recordedRole: Role;
  readonly recordedAt: Date;
  readonly undoneAt: Date | null;
};

const columns = sql`w.id, w.person_id, w.kind, w.shows, w.reference, w.seen_on, w.recorded_role, w.recorded_at, w.undone_at`;

/** Newest first, what was undone as well. */
export async function listEvidence(tx: Tx, personId: string): Promise<readonly EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select ${columns} from app.work_evidence w
    where w.person_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) order by w.recorded_at desc, w.id desc`.execute(
    tx,
  );
  return rows;
}

export async function findEvidence(tx: Tx, area: Area, id: string): Promise<EvidenceRow | undefined> {
  const { rows } = await sql<EvidenceRow>`
    select ${columns} from app.work_evidence w where w.id = ${id} and ${placeWithin(area, "w")}`.execute(tx);
  return rows[0];
}

export type NewEvidence = Omit<EvidenceRow, "undoneAt"> & {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly recordedBy: string;
};

export async function insertEvidence(tx: Tx, w: NewEvidence): Promise<void> {
  await sql`
    insert into app.work_evidence (region_code, id, village_code, kecamatan_code, person_id, kind, shows, reference, seen_on,
      recorded_by, recorded_role, recorded_at)
    values (${w.regionCode}, ${w.id}, ${w.villageCode}, ${w.kecamatanCode}, ${w.personId}, ${w.kind}, ${w.shows}, ${w.reference},
      ${w.seenOn}::date, ${w.recordedBy}, ${w.recordedRole}, ${w.recordedAt})`.execute(tx);
}

/** Says whether it stood until now. */
export async function markUndone(
  tx: Tx,
  id: string,
  by: { readonly actorId: string; readonly at: Date },
): Promise<boolean> {
  const done = await sql`
    update app.work_evidence set undone_by = ${by.actorId}, undone_at = ${by.at} where id = ${id} and undone_at is null`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}
