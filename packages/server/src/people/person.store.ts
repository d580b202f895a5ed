import { sql } from "kysely";
import type { Tx } from "#database";

/** A person's own columns as a fold over the rows that describe them. */
export type PersonFacts = {
  readonly targetGroup: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly address: string | null;
  readonly occupationText: string | null;
  readonly occupationGroup: string;
  readonly sector: string;
  readonly monthlyIncome: number | null;
  readonly nikStatus: string;
  readonly nikSealed: Buffer | null;
  readonly nikIndex: Buffer | null;
  readonly familyCardSealed: Buffer | null;
  readonly familyCardIndex: Buffer | null;
  readonly phoneSealed: Buffer | null;
};

export type NewPerson = PersonFacts & {
  readonly regionCode: string;
  readonly id: string;
  readonly code: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly at: Date;
};

/** The candidates that nobody in the city has yet, in order. */
export async function findFreeCodes(tx: Tx, candidates: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{
    code: string;
  }>`select app.free_person_codes(${candidates}::text[]) as code`.execute(tx);
  const free = new Set(rows.map((row) => row.code));
  return candidates.filter((code) => free.has(code));
}

export async function insertPersons(tx: Tx, rows: readonly NewPerson[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <K extends keyof NewPerson>(key: K) => rows.map((row) => row[key]);
  await sql`
    insert into app.persons (region_code, id, code, village_code, kecamatan_code, target_group, full_name, birth_date, sex, address,
      occupation_text, occupation_group, sector, monthly_income, nik_status, nik_sealed, nik_index, family_card_sealed,
      family_card_index, phone_sealed, created_at, updated_at)
    select * from unnest(${column("regionCode")}::text[], ${column("id")}::uuid[], ${column("code")}::text[],
      ${column("villageCode")}::text[], ${column("kecamatanCode")}::text[], ${column("targetGroup")}::text[],
      ${column("fullName")}::text[], ${column("birthDate")}::date[], ${column("sex")}::text[], ${column("address")}::text[],
      ${column("occupationText")}::text[], ${column("occupationGroup")}::text[], ${column("sector")}::text[],
      ${column("monthlyIncome")}::int[], ${column("nikStatus")}::text[], ${column("nikSealed")}::bytea[], ${column("nikIndex")}::bytea[],
      ${column("familyCardSealed")}::bytea[], ${column("familyCardIndex")}::bytea[], ${column("phoneSealed")}::bytea[],
      ${rows.map((row) => row.at.toISOString())}::timestamptz[], ${rows.map((row) => row.at.toISOString())}::timestamptz[])`.execute(
    tx,
  );
}

export async function updatePerson(tx: Tx, id: string, facts: PersonFacts, at: Date): Promise<void> {
  await sql`
    update app.persons set full_name = ${facts.fullName}, birth_date = ${facts.birthDate}::date, sex = ${facts.sex},
      address = ${facts.address}, occupation_text = ${facts.occupationText}, occupation_group = ${facts.occupationGroup},
      sector = ${facts.sector}, monthly_income = ${facts.monthlyIncome}, nik_status = ${facts.nikStatus},
      nik_sealed = ${facts.nikSealed}, nik_index = ${facts.nikIndex}, family_card_sealed = ${facts.familyCardSealed},
      family_card_index = ${facts.familyCardIndex}, phone_sealed = ${facts.phoneSealed}, updated_at = ${at}, version = version + 1,
      withdrawn_at = null
    where id = ${id}`.execute(tx);
}

export async function updateLifeDates(
  tx: Tx,
  id: string,
  to: { readonly diedOn: string | null; readonly movedOn: string | null; readonly at: Date },
): Promise<void> {
  await sql`
    update app.persons set died_on = ${to.diedOn}::date, moved_on = ${to.movedOn}::date, updated_at = ${to.at}, version = version + 1
    where id = ${id}`.execute(tx);
}

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

export type KnownPerson = {
  readonly id: string;
  readonly code: string;
  readonly nik: string | null;
  readonly name: string;
  readonly birthDate: string | null;
};

/** Persons of the village that a row may mean: by code, by NIK, or by exactly the same name and birth date. */
export async function findKnownPersons(
  tx: Tx,
  villageCode: string,
  by: {
    readonly codes: readonly string[];
    readonly niks: readonly Buffer[];
    readonly names: readonly string[];
  },
): Promise<readonly KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`
    select id, code, encode(nik_index, 'hex') as nik, lower(full_name) as name, birth_date
    from app.persons where village_code = ${villageCode} and withdrawn_at is null
      and (code = any(${by.codes}::text[]) or nik_index = any(${by.niks}::bytea[]) or lower(full_name) = any(${by.names}::text[]))`.execute(
    tx,
  );
  return rows;
}

export type PersonRecord = {
  readonly personId: string;
  readonly id: string;
  readonly kind: string;
  readonly live: boolean;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly address: string | null;
  readonly nikSealed: Buffer | null;
  readonly familyCardSealed: Buffer | null;
  readonly phoneSealed: Buffer | null;
  readonly attributes: { readonly occupation?: string; readonly income?: number };
};

/** Every row of work lists that describes these persons and was not taken back, oldest first. */
export async function listPersonRecords(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly PersonRecord[]> {
  const { rows } = await sql<PersonRecord>`
    select pr.person_id, r.id, r.kind, r.withdrawn_at is null as live, r.full_name, r.birth_date, r.sex, r.address, r.nik_sealed,
      r.family_card_sealed, r.phone_sealed, r.attributes
    from app.person_records pr join app.source_records r on r.id = pr.record_id
    where pr.person_id = any(${personIds}::uuid[]) and (r.withdrawn_at is null or r.superseded_by is not null)
    order by pr.person_id, r.id`.execute(tx);
  return rows;
}

export async function listPersonsOfRecords(tx: Tx, recordIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from app.person_records where record_id = any(${recordIds}::uuid[])`.execute(
    tx,
  );
  return rows.map((row) => row.personId);
}

/** Persons of the batch that an endorsement or an enrolment already rests on. */
export async function countPersonsInUse(tx: Tx, batchId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct pr.person_id)::int as n
    from app.person_records pr join app.source_records r on r.id = pr.record_id
    where r.batch_id = ${batchId} and (
      exists (select from app.endorsement_items i join app.endorsements e on e.id = i.endorsement_id
              where i.person_id = pr.person_id and e.state in ('proposed', 'approved'))
      or exists (select from app.enrolments n where n.person_id = pr.person_id and n.state not in ('rejected', 'ended')))`.execute(
    tx,
  );
  return rows[0]!.n;
}

export async function withdrawPersons(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update app.persons set withdrawn_at = (select app.now()), updated_at = (select app.now()), version = version + 1
    where id = any(${ids}::uuid[])`.execute(tx);
}
