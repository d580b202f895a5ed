import { sql } from "kysely";
import type { Tx } from "#database";

export async function insertPersonRecords(
  tx: Tx,
  rows: readonly {
    readonly regionCode: string;
    readonly villageCode: string;
    readonly kecamatanCode: string;
    readonly personId: string;
    readonly recordId: string;
  }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.person_records (region_code, village_code, kecamatan_code, person_id, record_id, at)
    select r.*, (select app.now()) from unnest(${rows.map((row) => row.regionCode)}::text[], ${rows.map((row) => row.villageCode)}::text[],
      ${rows.map((row) => row.kecamatanCode)}::text[], ${rows.map((row) => row.personId)}::uuid[],
      ${rows.map((row) => row.recordId)}::uuid[]) as r`.execute(tx);
}

export type PersonRecord = {
  readonly personId: string;
  /** The entry that the row was joined to, where it was merged into another. */
  readonly entryId: string;
  readonly id: string;
  readonly kind: string;
  readonly live: boolean;
  /** When the person was found to be the one it describes. */
  readonly at: Date;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly address: string | null;
  readonly nikSealed: Buffer | null;
  readonly familyCardSealed: Buffer | null;
  readonly phoneSealed: Buffer | null;
  readonly attributes: {
    readonly occupation?: string;
    readonly income?: number;
    readonly birthPlaceSealed?: string;
    readonly motherNameSealed?: string;
    readonly heirName?: string;
    readonly heirRelation?: string;
  };
};

/** Every row of work lists that describes these persons, or entries merged into them, and was not taken back; oldest first. */
export async function listPersonRecords(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly PersonRecord[]> {
  const { rows } = await sql<PersonRecord>`
    select a.kept_id as person_id, pr.person_id as entry_id, r.id, r.kind, r.withdrawn_at is null as live, pr.at, r.full_name, r.birth_date, r.sex, r.address, r.nik_sealed,
      r.family_card_sealed, r.phone_sealed, r.attributes
    from app.all_of_persons(${personIds}::uuid[]) a join app.person_rows pr on pr.person_id = a.id
      join app.source_records r on r.id = pr.record_id
    where (r.withdrawn_at is null or r.superseded_by is not null)
    order by a.kept_id, r.id`.execute(tx);
  return rows;
}

export async function listPersonsOfRecords(tx: Tx, recordIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from app.person_rows where record_id = any(${recordIds}::uuid[])`.execute(tx);
  return rows.map((row) => row.personId);
}
