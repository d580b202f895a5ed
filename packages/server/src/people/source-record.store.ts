import { sql } from "kysely";
import type { Tx } from "#database";

export type SourceRecordRow = {
  readonly regionCode: string;
  readonly id: string;
  readonly kind: string;
  readonly batchId: string;
  readonly sheet: number;
  readonly row: number;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly address: string | null;
  readonly nikSealed: Buffer | null;
  readonly nikIndex: Buffer | null;
  readonly nikStatus: string;
  readonly familyCardSealed: Buffer | null;
  readonly familyCardIndex: Buffer | null;
  readonly phoneSealed: Buffer | null;
  readonly attributes: object;
  readonly contentHash: Buffer;
};

export async function insertSourceRecords(tx: Tx, rows: readonly SourceRecordRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <K extends keyof SourceRecordRow>(key: K) => rows.map((row) => row[key]);
  await sql`
    insert into app.source_records (region_code, id, kind, batch_id, sheet, row_no, village_code, kecamatan_code, full_name,
      birth_date, sex, address, nik_sealed, nik_index, nik_status, family_card_sealed, family_card_index, phone_sealed,
      attributes, content_hash)
    select * from unnest(${column("regionCode")}::text[], ${column("id")}::uuid[], ${column("kind")}::text[],
      ${column("batchId")}::uuid[], ${column("sheet")}::int[], ${column("row")}::int[], ${column("villageCode")}::text[],
      ${column("kecamatanCode")}::text[], ${column("fullName")}::text[], ${column("birthDate")}::date[], ${column("sex")}::text[],
      ${column("address")}::text[], ${column("nikSealed")}::bytea[], ${column("nikIndex")}::bytea[], ${column("nikStatus")}::text[],
      ${column("familyCardSealed")}::bytea[], ${column("familyCardIndex")}::bytea[], ${column("phoneSealed")}::bytea[],
      ${rows.map((row) => JSON.stringify(row.attributes))}::jsonb[], ${column("contentHash")}::bytea[])`.execute(
    tx,
  );
}

/** Live records with one of these contents, as hex of the hash → record id. */
export async function findByContent(
  tx: Tx,
  of: { readonly regionCode: string; readonly kind: string },
  hashes: readonly Buffer[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ hash: string; id: string }>`
    select encode(content_hash, 'hex') as hash, id from app.source_records
    where region_code = ${of.regionCode} and kind = ${of.kind} and withdrawn_at is null and content_hash = any(${hashes}::bytea[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.hash, row.id]));
}

export type ReplacedRecord = {
  readonly nik: string;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly familyCardIndex: Buffer | null;
  readonly attributes: Readonly<Record<string, unknown>>;
};

/** Live records of a kind with one of these NIK, other than the batch's own, are replaced by the batch. Answers them, `nik` as hex of its index. */
export async function supersedeByNik(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly kind: string;
    readonly batchId: string;
    readonly niks: readonly Buffer[];
  },
): Promise<readonly ReplacedRecord[]> {
  if (of.niks.length === 0) return [];
  const { rows } = await sql<ReplacedRecord>`
    update app.source_records set withdrawn_at = (select app.now()), superseded_by = ${of.batchId}
    where region_code = ${of.regionCode} and kind = ${of.kind} and withdrawn_at is null and batch_id <> ${of.batchId} and nik_index = any(${of.niks}::bytea[])
    returning encode(nik_index, 'hex') as nik, village_code, kecamatan_code, birth_date, sex, family_card_index, attributes`.execute(
    tx,
  );
  return rows;
}

/** Rows of a family card alone are replaced by the batch's rows of the same card. */
export async function supersedeByCard(
  tx: Tx,
  of: { readonly regionCode: string; readonly batchId: string; readonly cards: readonly Buffer[] },
): Promise<void> {
  if (of.cards.length === 0) return;
  await sql`
    update app.source_records set withdrawn_at = (select app.now()), superseded_by = ${of.batchId}
    where region_code = ${of.regionCode} and kind = 'dtsen' and withdrawn_at is null and batch_id <> ${of.batchId}
      and nik_index is null and full_name = '' and family_card_index = any(${of.cards}::bytea[])`.execute(tx);
}

/** Records that a person's newest list row replaces. */
export async function supersedeRecords(tx: Tx, batchId: string, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return;
  await sql`
    update app.source_records set withdrawn_at = (select app.now()), superseded_by = ${batchId}
    where id = any(${recordIds}::uuid[]) and withdrawn_at is null`.execute(tx);
}

/** Undo: the batch's rows go, and what they had replaced is live again. Returns the ids of the withdrawn records. */
export async function withdrawBatch(tx: Tx, batchId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update app.source_records set withdrawn_at = (select app.now()) where batch_id = ${batchId} and withdrawn_at is null returning id`.execute(
    tx,
  );
  await sql`
    update app.source_records set withdrawn_at = null, superseded_by = null
    where superseded_by = ${batchId} and batch_id <> ${batchId}`.execute(tx);
  return rows.map((row) => row.id);
}

/** What lists said that only BPJS asks for, gone from every row that describes these persons. */
export async function eraseParticulars(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`
    update app.source_records r set attributes = r.attributes - 'birthPlaceSealed' - 'motherNameSealed'
    where r.id in (select pr.record_id from app.person_rows pr where pr.person_id = any(${personIds}::uuid[]))
      and r.attributes ?| array['birthPlaceSealed', 'motherNameSealed']`.execute(tx);
}

/** The rows that describe persons who moved belong to the village they moved to; the file they came in stays with its sender. */
export async function moveRecords(
  tx: Tx,
  personIds: readonly string[],
  to: { readonly fromVillageCode: string; readonly villageCode: string; readonly kecamatanCode: string },
): Promise<void> {
  await sql`
    update app.source_records r set village_code = ${to.villageCode}, kecamatan_code = ${to.kecamatanCode}
    where r.village_code = ${to.fromVillageCode}
      and r.id in (select pr.record_id from app.person_rows pr where pr.person_id = any(${personIds}::uuid[]))`.execute(
    tx,
  );
}

/** A list repeats these rows as they were: whoever is looked for was seen on it. */
export async function noteListings(
  tx: Tx,
  recordIds: readonly string[],
  of: { readonly regionCode: string; readonly batchId: string; readonly at: Date },
): Promise<void> {
  if (recordIds.length === 0) return;
  await sql`
    insert into app.servant_listings (region_code, record_id, batch_id, listed_at)
    select ${of.regionCode}, u.id, ${of.batchId}, ${of.at} from unnest(${recordIds}::uuid[]) as u(id)
    on conflict do nothing`.execute(tx);
}

/** A release of DTSEN repeats these records as they are: they stay, and are known to stand in it. */
export async function noteRepeated(
  tx: Tx,
  recordIds: readonly string[],
  of: { readonly regionCode: string; readonly batchId: string; readonly at: Date },
): Promise<void> {
  if (recordIds.length === 0) return;
  await sql`
    insert into app.register_listings (region_code, record_id, batch_id, listed_at)
    select ${of.regionCode}, u.id, ${of.batchId}, ${of.at} from unnest(${recordIds}::uuid[]) as u(id)
    on conflict do nothing`.execute(tx);
}

/** A list names somebody of these offices. */
export async function noteOffices(
  tx: Tx,
  offices: readonly string[],
  of: { readonly regionCode: string; readonly batchId: string; readonly at: Date },
): Promise<void> {
  if (offices.length === 0) return;
  await sql`
    insert into app.office_listings (region_code, office, batch_id, listed_at)
    select ${of.regionCode}, u.office, ${of.batchId}, ${of.at} from unnest(${offices}::text[]) as u(office)
    on conflict do nothing`.execute(tx);
}
