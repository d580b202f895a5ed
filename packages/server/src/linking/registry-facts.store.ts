import { sql } from "kysely";
import type { Tx } from "#database";

/**
 * What registries say of persons, computed anew from live links: welfare, membership and the state of the NIK. Returns
 * the persons whose membership changed.
 */
export async function refreshRegistryFacts(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  await refreshWelfare(tx, personIds);
  const changed = await refreshMemberships(tx, personIds);
  await refreshNikStatus(tx, personIds);
  return changed;
}

/** Living persons whose welfare stands on a record that is gone, or whose family card a live record of the batches carries. */
export async function listPersonsByFamilyCard(
  tx: Tx,
  batchIds: readonly string[],
): Promise<readonly string[]> {
  const result = await sql<{ id: string }>`
    select p.id from app.persons p
    where p.withdrawn_at is null and (
      exists (select from app.source_records r
        where r.batch_id = any(${batchIds}::uuid[]) and r.region_code = p.region_code and r.family_card_index = p.family_card_index)
      or exists (select from app.person_welfare w join app.source_records r on r.id = w.record_id
        where w.person_id = p.id and r.withdrawn_at is not null))`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** The decile belongs to the family card: of the linked record, else of any live record with the same card. */
async function refreshWelfare(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`
    with wanted as materialized (
      select distinct on (person_id) * from (
        select p.id as person_id, r.id as record_id, r.attributes, 0 as rank
        from app.persons p
        join app.links l on l.person_id = p.id and l.kind = 'dtsen' and l.ended_at is null
        join app.source_records r on r.id = l.record_id
        where p.id = any(${personIds}::uuid[]) and p.withdrawn_at is null
        union all
        select p.id, r.id, r.attributes, 1
        from app.persons p
        join app.source_records r on r.region_code = p.region_code and r.kind = 'dtsen' and r.withdrawn_at is null
          and r.family_card_index = p.family_card_index
        where p.id = any(${personIds}::uuid[]) and p.withdrawn_at is null
      ) found
      where attributes->>'decile' is not null and attributes->>'asOf' is not null
      order by person_id, rank, attributes->>'asOf' desc, record_id
    ), gone as (
      delete from app.person_welfare w
      where w.person_id = any(${personIds}::uuid[]) and not exists (select from wanted n where n.person_id = w.person_id)
    ), changed as (
      update app.person_welfare w
      set decile = (n.attributes->>'decile')::smallint, release = n.attributes->>'release', as_of = (n.attributes->>'asOf')::date,
        record_id = n.record_id, updated_at = (select app.now())
      from wanted n where n.person_id = w.person_id and n.record_id <> w.record_id
    )
    insert into app.person_welfare (region_code, person_id, decile, release, as_of, record_id, updated_at)
    select p.region_code, p.id, (n.attributes->>'decile')::smallint, coalesce(n.attributes->>'release', ''),
      (n.attributes->>'asOf')::date, n.record_id, (select app.now())
    from wanted n join app.persons p on p.id = n.person_id
    where not exists (select from app.person_welfare w where w.person_id = n.person_id)
    on conflict do nothing`.execute(tx);
}

async function refreshMemberships(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  const gone = await sql<{ personId: string }>`
    delete from app.person_memberships m
    where m.person_id = any(${personIds}::uuid[]) and not exists (
      select from app.links l
      where l.person_id = m.person_id and l.record_id = m.record_id and l.kind = 'bpjs-members' and l.ended_at is null)
    returning person_id`.execute(tx);
  const added = await sql<{ personId: string }>`
    insert into app.person_memberships (region_code, person_id, record_id, village_code, kecamatan_code, status, segment, as_of)
    select l.region_code, l.person_id, l.record_id, l.village_code, l.kecamatan_code, coalesce(r.attributes->>'status', 'unknown'),
      coalesce(r.attributes->>'segment', 'unknown'), (r.attributes->>'asOf')::date
    from app.links l join app.source_records r on r.id = l.record_id
    where l.person_id = any(${personIds}::uuid[]) and l.kind = 'bpjs-members' and l.ended_at is null
      and r.attributes->>'asOf' is not null
    on conflict do nothing
    returning person_id`.execute(tx);
  return [...new Set([...gone.rows, ...added.rows].map((row) => row.personId))];
}

/** A NIK is "padan" when a registry record that is this person carries the same one. */
async function refreshNikStatus(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`
    with judged as (
      select p.id, case when exists (
        select from app.links l join app.source_records r on r.id = l.record_id
        where l.person_id = p.id and l.ended_at is null and r.nik_index = p.nik_index) then 'padan' else 'belum-padan' end as status
      from app.persons p
      where p.id = any(${personIds}::uuid[]) and p.nik_status in ('padan', 'belum-padan')
    )
    update app.persons p set nik_status = j.status from judged j where j.id = p.id and p.nik_status <> j.status`.execute(
    tx,
  );
}
