import type { CivilDate } from "@tuwai/domain/time";
import { type RawBuilder, sql } from "kysely";
import type { Area } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import type { MoveDocument, MoveState } from "./move.ts";

export type MoveRow = {
  readonly id: string;
  readonly personId: string;
  readonly fromVillageCode: string;
  readonly toVillageCode: string;
  readonly toKecamatanCode: string;
  readonly movedOn: CivilDate;
  readonly document: MoveDocument;
  readonly note: string | null;
  readonly nameSealed: Buffer | null;
  readonly state: MoveState;
  readonly refusal: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly handedBy: string | null;
  readonly handedAt: Date | null;
  readonly version: number;
};

const columns = sql`m.id, m.person_id, m.from_village_code, m.to_village_code, m.to_kecamatan_code, m.moved_on, m.document, m.note,
  m.name_sealed, m.state, m.refusal, m.recorded_by, m.recorded_at, m.handed_by, m.handed_at, m.version`;

/** Of a village what leaves it and, once handed over, what comes to it; no other part of the city has any. */
function within(area: Area): RawBuilder<boolean> {
  const isElsewhere = [area.kecamatanCode, area.opd, area.branch, area.civilServantId].some(
    (part) => part !== null,
  );
  if (isElsewhere) return sql`false`;
  const village = area.villageCode;
  return sql`m.region_code = ${area.regionCode} and (${village}::text is null or m.from_village_code = ${village}
    or (m.to_village_code = ${village} and m.handed_at is not null))`;
}

/** What this desk has to decide: of a village what it has to hand over or to receive, of the city both. */
const toDecide = (area: Area) => sql`${within(area)} and (
  (m.state = 'asked' and (${area.villageCode}::text is null or m.from_village_code = ${area.villageCode}))
  or (m.state = 'handed-over' and (${area.villageCode}::text is null or m.to_village_code = ${area.villageCode})))`;

export async function findMove(tx: Tx, area: Area, id: string): Promise<MoveRow | undefined> {
  const { rows } = await sql<MoveRow>`
    select ${columns} from app.person_moves m where m.id = ${id} and ${within(area)}`.execute(tx);
  return rows[0];
}

export async function countToDecide(
  tx: Tx,
  area: Area,
  state: "asked" | "handed-over" | null,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.person_moves m where ${toDecide(area)} and (${state}::text is null or m.state = ${state})`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** The oldest first. */
export async function listToDecide(
  tx: Tx,
  area: Area,
  { limit, offset }: PageSize,
): Promise<readonly MoveRow[]> {
  const { rows } = await sql<MoveRow>`
    select ${columns} from app.person_moves m where ${toDecide(area)} order by m.recorded_at, m.id limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return rows;
}

/** What this desk asked for or handed over and others have not finished, then the last twenty that ended. */
export async function listUnderWay(tx: Tx, area: Area): Promise<readonly MoveRow[]> {
  const { rows } = await sql<MoveRow>`
    select ${columns} from app.person_moves m where ${within(area)} and not (${toDecide(area)})
    order by m.state in ('asked', 'handed-over', 'accepted') desc, m.recorded_at desc, m.id limit 20`.execute(
    tx,
  );
  return rows;
}

export async function findHeld(
  tx: Tx,
  area: Area,
  userId: string,
): Promise<{ readonly count: number; readonly since: Date | null }> {
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*)::int as count, min(m.recorded_at) as since from app.person_moves m
    where ${within(area)} and m.recorded_by = ${userId}::uuid and m.state in ('asked', 'handed-over')`.execute(
    tx,
  );
  return rows[0]!;
}

/** Every move of a person, newest first. */
export async function listMovesOf(tx: Tx, personId: string): Promise<readonly MoveRow[]> {
  const { rows } = await sql<MoveRow>`
    select ${columns} from app.person_moves m where m.person_id = ${personId} order by m.recorded_at desc, m.id desc`.execute(
    tx,
  );
  return rows;
}

export type NewMove = Omit<MoveRow, "refusal" | "version" | "handedAt"> & {
  readonly regionCode: string;
  readonly role: string;
};

export async function insertMove(tx: Tx, m: NewMove): Promise<void> {
  await sql`
    insert into app.person_moves (region_code, id, person_id, from_village_code, to_village_code, to_kecamatan_code, moved_on,
      document, note, name_sealed, state, recorded_by, recorded_role, recorded_at, handed_by, handed_at)
    values (${m.regionCode}, ${m.id}, ${m.personId}, ${m.fromVillageCode}, ${m.toVillageCode}, ${m.toKecamatanCode},
      ${m.movedOn}::date, ${m.document}, ${m.note}, ${m.nameSealed}, ${m.state}, ${m.recordedBy}, ${m.role}, ${m.recordedAt},
      ${m.handedBy}, ${m.handedBy === null ? null : m.recordedAt})`.execute(tx);
}

type At = Pick<MoveRow, "id" | "version">;
type By = { readonly actorId: string; readonly at: Date };

const moved = (done: { readonly numAffectedRows?: bigint }) => Number(done.numAffectedRows ?? 0) === 1;

/** Says whether it still waited for that at this version. */
export async function markHandedOver(tx: Tx, { id, version }: At, by: By): Promise<boolean> {
  return moved(
    await sql`
      update app.person_moves set state = 'handed-over', handed_by = ${by.actorId}, handed_at = ${by.at}, version = version + 1
      where id = ${id} and version = ${version} and state = 'asked'`.execute(tx),
  );
}

/** Says whether it still waited for that at this version. */
export async function markReceived(tx: Tx, { id, version }: At, by: By): Promise<boolean> {
  return moved(
    await sql`
      update app.person_moves set state = 'accepted', received_by = ${by.actorId}, received_at = ${by.at}, version = version + 1
      where id = ${id} and version = ${version} and state = 'handed-over'`.execute(tx),
  );
}

/** Ends it without a move. Says whether it was still open at this version. */
export async function markEnded(
  tx: Tx,
  { id, version }: At,
  end: By & { readonly state: "refused" | "withdrawn"; readonly refusal: string | null },
): Promise<boolean> {
  return moved(
    await sql`
      update app.person_moves set state = ${end.state}, refusal = ${end.refusal}, name_sealed = null,
        settled_by = ${end.actorId}, settled_at = ${end.at}, version = version + 1
      where id = ${id} and version = ${version} and state in ('asked', 'handed-over')`.execute(tx),
  );
}

/** For work: what was accepted has happened, or the person was no longer there. */
export async function markCarriedOut(tx: Tx, id: string, state: "moved" | "withdrawn"): Promise<void> {
  await sql`
    update app.person_moves set state = ${state}, name_sealed = null, version = version + 1
    where id = ${id} and state = 'accepted'`.execute(tx);
}
