import { sql } from "kysely";
import type { Tx } from "#database";

export type LivingPlace = {
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

/** Those of these persons that a list still names, and where they belong. */
export async function listLivingPlaces(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, LivingPlace>> {
  const result = await sql<LivingPlace>`
    select id as person_id, village_code, kecamatan_code from app.persons
    where id = any(${personIds}::uuid[]) and withdrawn_at is null`.execute(tx);
  return new Map(result.rows.map((row) => [row.personId, row]));
}

/** Those of these records that a registry still holds. */
export async function listLivingRecords(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const result = await sql<{ id: string }>`
    select id from app.source_records where id = any(${ids}::uuid[]) and withdrawn_at is null`.execute(tx);
  return new Set(result.rows.map((row) => row.id));
}

export async function isPairAlive(
  tx: Tx,
  { personId, recordId }: { readonly personId: string; readonly recordId: string | null },
): Promise<boolean> {
  if (recordId === null) return false;
  const places = await listLivingPlaces(tx, [personId]);
  return places.size === 1 && (await listLivingRecords(tx, [recordId])).size === 1;
}

export type StaleLink = { readonly id: string; readonly personId: string; readonly successor: string | null };

/**
 * Links whose record or person is gone. `successor` is the one live record of the same NIK that a newer release brought and
 * nobody has yet; null where there is none.
 */
export async function listStaleLinks(tx: Tx): Promise<readonly StaleLink[]> {
  const result = await sql<StaleLink>`
    select l.id, l.person_id, case when p.withdrawn_at is null and count(newer.id) = 1 then min(newer.id::text) end as successor
    from app.links l
    join app.persons p on p.id = app.kept_person(l.person_id)
    join app.source_records r on r.id = l.record_id
    left join app.source_records newer
      on newer.kind = r.kind and newer.nik_index = r.nik_index and newer.withdrawn_at is null and newer.region_code = r.region_code
      and not exists (select from app.links taken where taken.record_id = newer.id and taken.ended_at is null)
    where l.ended_at is null and (r.withdrawn_at is not null or p.withdrawn_at is not null)
    group by l.id, l.person_id, p.withdrawn_at`.execute(tx);
  return result.rows;
}

/** Open questions about a record or a person that is no longer there: nobody's work. */
export async function listOrphanedQuestions(tx: Tx): Promise<readonly string[]> {
  const result = await sql<{ id: string }>`
    select q.id from app.link_questions q
    join app.persons p on p.id = q.person_id
    left join app.persons other on other.id = q.other_person_id
    left join app.source_records r on r.id = q.record_id
    where q.state = 'open' and (p.withdrawn_at is not null or other.withdrawn_at is not null or r.withdrawn_at is not null)`.execute(
    tx,
  );
  return result.rows.map((row) => row.id);
}

export type SameNik = { readonly personId: string; readonly otherPersonId: string };

/** Pairs of living persons that carry one NIK, the later-born row first. */
export async function listSameNikPairs(tx: Tx, personIds: readonly string[]): Promise<readonly SameNik[]> {
  const result = await sql<SameNik>`
    select distinct greatest(a.id, b.id) as person_id, least(a.id, b.id) as other_person_id
    from app.persons a
    join app.persons b on b.region_code = a.region_code and b.nik_index = a.nik_index and b.id <> a.id and b.withdrawn_at is null
    where a.id = any(${personIds}::uuid[]) and a.withdrawn_at is null`.execute(tx);
  return result.rows;
}
