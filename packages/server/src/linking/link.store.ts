import { sql } from "kysely";
import { lockCity, type Tx } from "#database";

export type NewLink = {
  readonly id: string;
  readonly personId: string;
  readonly recordId: string;
  readonly probability: number;
  readonly evidence: object;
};

/**
 * Links, questions and what follows from them are written by one transaction of a city at a time: two that touched the same
 * persons in another order would each wait for the other, and one of them would lose its work.
 */
export async function lockLinks(tx: Tx): Promise<void> {
  await lockCity(tx, "links");
}

/**
 * Makes links of one kind unless person or record is taken meanwhile, or a person has judged the pair meanwhile.
 * Returns the persons linked.
 */
export async function insertAutomaticLinks(
  tx: Tx,
  kind: string,
  links: readonly NewLink[],
): Promise<readonly string[]> {
  if (links.length === 0) return [];
  const result = await sql<{ personId: string }>`
    insert into app.links (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, at)
    select p.region_code, n.id, p.village_code, p.kecamatan_code, p.id, r.id, ${kind}, n.probability, n.evidence, 'automatic', (select app.now())
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      as n (id uuid, "personId" uuid, "recordId" uuid, probability real, evidence jsonb)
    join app.persons p on p.id = n."personId" and p.withdrawn_at is null
    join app.source_records r on r.id = n."recordId" and r.withdrawn_at is null
    where not exists (
      select from app.link_questions q
      where q.person_id = p.id and q.record_id = r.id and q.state in ('different', 'unsure'))
      and not exists (
        select from app.links l where l.person_id = p.id and l.record_id = r.id and l.ended_by is not null)
    on conflict do nothing
    returning person_id`.execute(tx);
  return result.rows.map((row) => row.personId);
}

/** Ends the automatic links of persons whose corrected data no longer support them; decided ones stand. */
export async function endUnsupportedLinks(
  tx: Tx,
  kind: string,
  personIds: readonly string[],
): Promise<readonly string[]> {
  const result = await sql<{ personId: string }>`
    update app.links set ended_at = (select app.now())
    where kind = ${kind} and person_id = any(${personIds}::uuid[]) and ended_at is null and origin = 'automatic'
    returning person_id`.execute(tx);
  return result.rows.map((row) => row.personId);
}

/**
 * Links whose record a newer release replaced move to the one live record of the same NIK, with origin and decision
 * kept; links whose record or person is gone end. Returns the persons touched.
 */
export async function followRecords(tx: Tx, newId: () => string): Promise<readonly string[]> {
  const stale = await sql<{ id: string; personId: string; successor: string | null }>`
    select l.id, l.person_id, case when p.withdrawn_at is null and count(newer.id) = 1 then min(newer.id::text) end as successor
    from app.links l
    join app.persons p on p.id = l.person_id
    join app.source_records r on r.id = l.record_id
    left join app.source_records newer
      on newer.kind = r.kind and newer.nik_index = r.nik_index and newer.withdrawn_at is null and newer.region_code = r.region_code
      and not exists (select from app.links taken where taken.record_id = newer.id and taken.ended_at is null)
    where l.ended_at is null and (r.withdrawn_at is not null or p.withdrawn_at is not null)
    group by l.id, l.person_id, p.withdrawn_at`.execute(tx);
  if (stale.rows.length === 0) return [];
  const moves = stale.rows.filter((row) => row.successor !== null).map((row) => ({ ...row, newId: newId() }));
  await sql`
    update app.links set ended_at = (select app.now())
    where id = any(${stale.rows.map((row) => row.id)}::uuid[]) and ended_at is null`.execute(tx);
  await sql`
    insert into app.links
      (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, decided_by, at)
    select l.region_code, m."newId", l.village_code, l.kecamatan_code, l.person_id, m.successor, l.kind, l.probability,
      l.evidence, l.origin, l.decided_by, l.at
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m (id uuid, successor uuid, "newId" uuid)
    join app.links l on l.id = m.id
    on conflict do nothing`.execute(tx);
  return [...new Set(stale.rows.map((row) => row.personId))];
}
