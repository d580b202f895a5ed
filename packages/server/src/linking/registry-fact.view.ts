import { sql } from "kysely";
import type { Tx } from "#database";

export type WantedWelfare = {
  readonly personId: string;
  readonly recordId: string;
  /** Both ends, equal where exact; null where the record gives none: listed by Dinsos, decile unknown. */
  readonly decileFrom: number | null;
  readonly decile: number | null;
  readonly release: string;
  readonly asOf: string;
};

/**
 * The decile belongs to the family card: of the linked record, else of any live record with the same card, the newest first. Whoever
 * is linked to records without a decile alone is listed and no more.
 */
export async function listWantedWelfare(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly WantedWelfare[]> {
  const result = await sql<WantedWelfare>`
    select distinct on (person_id) person_id, record_id, coalesce((attributes->>'decileFrom')::int, (attributes->>'decile')::int) as decile_from,
      (attributes->>'decile')::int as decile, coalesce(attributes->>'decileRelease', attributes->>'release', '') as release,
      coalesce(attributes->>'decileAsOf', attributes->>'asOf') as as_of
    from (
      select p.id as person_id, r.id as record_id, r.attributes, 0 as rank
      from app.all_of_persons(${personIds}::uuid[]) a
      join app.persons p on p.id = a.kept_id and p.withdrawn_at is null
      join app.links l on l.person_id = a.id and l.kind = 'dtsen' and l.ended_at is null
      join app.source_records r on r.id = l.record_id
      union all
      select p.id, r.id, r.attributes, 1
      from app.persons p
      join app.source_records r on r.region_code = p.region_code and r.kind = 'dtsen' and r.withdrawn_at is null
        and r.family_card_index = p.family_card_index and r.attributes->>'decile' is not null
      where p.id = any(${personIds}::uuid[]) and p.withdrawn_at is null
    ) found
    where attributes->>'asOf' is not null
    order by person_id, attributes->>'decile' is null, rank, coalesce(attributes->>'decileAsOf', attributes->>'asOf') desc, record_id desc`.execute(
    tx,
  );
  return result.rows;
}

export type WantedMembership = {
  readonly personId: string;
  readonly recordId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly status: string;
  readonly segment: string;
  readonly asOf: string;
};

/** What BPJS's own list says of those whom it was linked to. */
export async function listWantedMemberships(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly WantedMembership[]> {
  const result = await sql<WantedMembership>`
    select p.id as person_id, l.record_id, p.village_code, p.kecamatan_code, coalesce(r.attributes->>'status', 'unknown') as status,
      coalesce(r.attributes->>'segment', 'unknown') as segment, r.attributes->>'asOf' as as_of
    from app.all_of_persons(${personIds}::uuid[]) a join app.persons p on p.id = a.kept_id
      join app.links l on l.person_id = a.id join app.source_records r on r.id = l.record_id
    where l.kind = 'bpjs-members' and l.ended_at is null
      and r.attributes->>'asOf' is not null`.execute(tx);
  return result.rows;
}

/** Persons with a well-formed NIK, and whether a registry record that is this person carries the same one. */
export async function listAgreeingNiks(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly { readonly personId: string; readonly agrees: boolean }[]> {
  const result = await sql<{ personId: string; agrees: boolean }>`
    select p.id as person_id, exists (
      select from app.links l join app.source_records r on r.id = l.record_id
      where l.person_id in (select a.id from app.all_of_persons(array[p.id]) a) and l.ended_at is null and r.nik_index = p.nik_index) as agrees
    from app.persons p
    where p.id = any(${personIds}::uuid[]) and p.nik_status in ('padan', 'belum-padan')`.execute(tx);
  return result.rows;
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
