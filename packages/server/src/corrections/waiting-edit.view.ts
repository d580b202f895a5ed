import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Actor } from "#app";
import type { Tx } from "#database";
import type { WrittenField } from "#people";
import type { Held } from "#tasks";
import type { PageSize } from "#use-case";

export type WaitingEdit = {
  readonly id: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly field: WrittenField;
  readonly source: string;
  readonly recordedAt: Date;
};

/** What waits for this person: nothing that they said themselves, and a NIK only for whoever may open one. */
export type WaitingFor = {
  readonly area: Area;
  readonly actor: Pick<Actor, "userId">;
  readonly opensNik: boolean;
};

const waiting = ({ area, actor, opensNik }: WaitingFor) => sql`
  from app.person_edits e join app.persons p on p.id = e.person_id
  where ${placeWithin(area, "e")} and e.state = 'waiting' and p.withdrawn_at is null and e.recorded_by <> ${actor.userId}::uuid
    and (${opensNik} or e.field <> 'nik')`;

export async function countWaitingEdits(tx: Tx, of: WaitingFor): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${waiting(of)}`.execute(tx);
  return rows[0]!.n;
}

/** The oldest first. */
export async function listWaitingEdits(
  tx: Tx,
  of: WaitingFor,
  { limit, offset }: PageSize,
): Promise<readonly WaitingEdit[]> {
  const { rows } = await sql<WaitingEdit>`
    select e.id, p.id as person_id, p.code, p.full_name, p.village_code, e.field, e.source, e.recorded_at ${waiting(of)}
    order by e.recorded_at, e.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** What this person said and a second one has not looked at. */
export async function findOwnWaitingEdits(tx: Tx, area: Area, userId: string): Promise<Held> {
  const { rows } = await sql<Held>`
    select count(*)::int as count, min(e.recorded_at) as since from app.person_edits e
    where ${placeWithin(area, "e")} and e.state = 'waiting' and e.recorded_by = ${userId}::uuid`.execute(tx);
  return rows[0]!;
}
