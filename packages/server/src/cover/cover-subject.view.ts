import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type CoverSubject = {
  readonly id: string;
  readonly birthDate: CivilDate | null;
  readonly diedOn: CivilDate | null;
  readonly movedOn: CivilDate | null;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

export async function listSubjects(tx: Tx, personIds: readonly string[]): Promise<readonly CoverSubject[]> {
  const { rows } = await sql<CoverSubject>`
    select id, birth_date, died_on, moved_on, village_code, kecamatan_code from app.persons
    where id = any(${personIds}::uuid[]) and withdrawn_at is null`.execute(tx);
  return rows;
}

/** The entry that stands for each of these: itself, or the one it was merged into. */
export async function mapKept(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; keptId: string }>`
    select k.id, k.kept_id from app.kept_persons(${personIds}::uuid[]) k`.execute(tx);
  return new Map(rows.map(({ id, keptId }) => [id, keptId]));
}

/** The entries that stand for these. */
export async function listKept(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  return [...new Set((await mapKept(tx, personIds)).values())];
}

export type MembershipRow = {
  readonly personId: string;
  readonly status: string;
  readonly asOf: CivilDate;
};

/** What BPJS's own lists say of these persons. */
export async function listMemberships(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly MembershipRow[]> {
  const { rows } = await sql<MembershipRow>`
    select person_id, status, as_of from app.person_memberships
    where person_id = any(${personIds}::uuid[])`.execute(tx);
  return rows;
}

/** Where a person lives, as an event of theirs must say; nothing when the actor's login does not see them. */
export async function findHome(
  tx: Tx,
  personId: string,
): Promise<{ readonly villageCode: string; readonly kecamatanCode: string } | undefined> {
  const { rows } = await sql<{ villageCode: string; kecamatanCode: string }>`
    select village_code, kecamatan_code from app.persons where id = ${personId} and withdrawn_at is null`.execute(
    tx,
  );
  return rows[0];
}

/** Ids after `after`, in order, of everybody with evidence of cover or a stored answer. */
export async function listPersonsWithEvidence(
  tx: Tx,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from (select person_id from app.cover_events union select person_id from app.person_memberships
      union select person_id from app.cover_states) e
    where person_id > ${after}::uuid order by person_id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Of these persons those of whom money that bought no cover is kept, and not closed with its evidence. */
export async function listWithRefunds(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.kept_id as id from app.all_of_persons(${personIds}::uuid[]) a join app.refund_lines r on r.person_id = a.id
    where r.closed_at is null`.execute(tx);
  return rows.map(({ id }) => id);
}
