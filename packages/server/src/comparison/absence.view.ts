import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

/**
 * Nobody knows what became of them: the newest word is "unknown", and since then no list named them, nobody wrote anything
 * about them, and neither a death nor a move is known.
 */
const unknown = sql`p.withdrawn_at is null and p.died_on is null and p.moved_on is null and exists (
  select from app.list_absences a where a.person_id = p.id and a.answer = 'unknown'
    and not exists (select from app.list_absences n where n.person_id = p.id and (n.told_at, n.id) > (a.told_at, a.id))
    and not exists (select from app.person_records r where r.person_id = p.id and r.at > a.told_at)
    and not exists (select from app.person_edits e where e.person_id = p.id and e.recorded_at > a.told_at))`;

export async function countUnknown(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.persons p where ${placeWithin(area, "p")} and ${unknown}`.execute(tx);
  return rows[0]!.n;
}

type Listed = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly birthDate: CivilDate | null;
  readonly address: string | null;
};

/** In the order of a walk. */
export async function listUnknownPersons(
  tx: Tx,
  area: Area,
  { limit, offset }: PageSize,
): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`
    select p.id, p.code, p.full_name, p.birth_date, p.address from app.persons p where ${placeWithin(area, "p")} and ${unknown}
    order by p.village_code, p.address nulls last, p.full_name, p.id limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return rows;
}

export type UnknownPerson = {
  readonly id: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly batchId: string;
};

/** One of them with the list that no longer named them. */
export async function findUnknown(tx: Tx, area: Area, code: string): Promise<UnknownPerson | undefined> {
  const { rows } = await sql<UnknownPerson>`
    select p.id, p.village_code, p.kecamatan_code,
      (select a.batch_id from app.list_absences a where a.person_id = p.id order by a.told_at desc, a.id desc limit 1) as batch_id
    from app.persons p where p.code = ${code} and ${placeWithin(area, "p")} and ${unknown}`.execute(tx);
  return rows[0];
}
