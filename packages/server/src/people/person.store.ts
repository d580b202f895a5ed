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
  readonly birthPlaceSealed: Buffer | null;
  readonly motherNameSealed: Buffer | null;
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

/**
 * Inserts them unless somebody has their code by now: a code drawn by another transaction that is not yet committed is not
 * seen, and is waited for here. Answers the ids that went in. In the order of codes, so that two who wait never wait for each
 * other.
 */
export async function insertPersons(tx: Tx, unordered: readonly NewPerson[]): Promise<ReadonlySet<string>> {
  const rows = unordered.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const column = <K extends keyof NewPerson>(key: K) => rows.map((row) => row[key]);
  const inserted = await sql<{ id: string }>`
    insert into app.persons (region_code, id, code, village_code, kecamatan_code, target_group, full_name, birth_date, sex, address,
      occupation_text, occupation_group, sector, monthly_income, nik_status, nik_sealed, nik_index, family_card_sealed,
      family_card_index, phone_sealed, birth_place_sealed, mother_name_sealed, created_at, updated_at)
    select * from unnest(${column("regionCode")}::text[], ${column("id")}::uuid[], ${column("code")}::text[],
      ${column("villageCode")}::text[], ${column("kecamatanCode")}::text[], ${column("targetGroup")}::text[],
      ${column("fullName")}::text[], ${column("birthDate")}::date[], ${column("sex")}::text[], ${column("address")}::text[],
      ${column("occupationText")}::text[], ${column("occupationGroup")}::text[], ${column("sector")}::text[],
      ${column("monthlyIncome")}::int[], ${column("nikStatus")}::text[], ${column("nikSealed")}::bytea[], ${column("nikIndex")}::bytea[],
      ${column("familyCardSealed")}::bytea[], ${column("familyCardIndex")}::bytea[], ${column("phoneSealed")}::bytea[],
      ${column("birthPlaceSealed")}::bytea[], ${column("motherNameSealed")}::bytea[],
      ${rows.map((row) => row.at.toISOString())}::timestamptz[], ${rows.map((row) => row.at.toISOString())}::timestamptz[])
    on conflict (region_code, code) do nothing returning id`.execute(tx);
  return new Set(inserted.rows.map(({ id }) => id));
}

/** Without a group the person stays in the one that is written. */
export type ChangedPerson = Omit<PersonFacts, "targetGroup"> & {
  readonly id: string;
  readonly targetGroup: string | null;
};

/** Writes these persons anew in one statement; whoever had been withdrawn is there again. */
export async function updatePersons(tx: Tx, rows: readonly ChangedPerson[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  const column = <K extends keyof ChangedPerson>(key: K) => rows.map((row) => row[key]);
  await sql`
    update app.persons p set full_name = n.full_name, birth_date = n.birth_date, sex = n.sex, address = n.address,
      occupation_text = n.occupation_text, occupation_group = n.occupation_group, sector = n.sector,
      monthly_income = n.monthly_income, nik_status = n.nik_status, nik_sealed = n.nik_sealed, nik_index = n.nik_index,
      family_card_sealed = n.family_card_sealed, family_card_index = n.family_card_index, phone_sealed = n.phone_sealed,
      birth_place_sealed = n.birth_place_sealed, mother_name_sealed = n.mother_name_sealed,
      target_group = coalesce(n.target_group, p.target_group), updated_at = ${at}, version = p.version + 1, withdrawn_at = null
    from unnest(${column("id")}::uuid[], ${column("fullName")}::text[], ${column("birthDate")}::date[], ${column("sex")}::text[],
      ${column("address")}::text[], ${column("occupationText")}::text[], ${column("occupationGroup")}::text[],
      ${column("sector")}::text[], ${column("monthlyIncome")}::int[], ${column("nikStatus")}::text[],
      ${column("nikSealed")}::bytea[], ${column("nikIndex")}::bytea[], ${column("familyCardSealed")}::bytea[],
      ${column("familyCardIndex")}::bytea[], ${column("phoneSealed")}::bytea[],
      ${column("birthPlaceSealed")}::bytea[], ${column("motherNameSealed")}::bytea[], ${column("targetGroup")}::text[])
      as n (id, full_name, birth_date, sex, address, occupation_text, occupation_group, sector, monthly_income, nik_status,
        nik_sealed, nik_index, family_card_sealed, family_card_index, phone_sealed, birth_place_sealed, mother_name_sealed, target_group)
    where p.id = n.id`.execute(tx);
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

export type KnownPerson = {
  readonly id: string;
  /** Whom the entry stands for: itself, or the one it was merged into. */
  readonly keptId: string;
  readonly code: string;
  readonly nik: string | null;
  readonly name: string;
  readonly birthDate: string | null;
  /** NIK and name of each list row that described the person, so that a list not yet mended still means the same human being. */
  readonly listed: readonly string[];
};

/**
 * Persons of the village that a row may mean: by code, by NIK, by exactly the same name and birth date, or by a NIK that a
 * list gave them before somebody mended it.
 */
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
    select p.id, app.kept_person(p.id) as kept_id, p.code, encode(p.nik_index, 'hex') as nik, lower(p.full_name) as name, p.birth_date,
      array(select encode(r.nik_index, 'hex') || ' ' || lower(r.full_name)
        from app.person_rows pr join app.source_records r on r.id = pr.record_id
        where pr.person_id = p.id and r.nik_index is not null) as listed
    from app.persons p where p.village_code = ${villageCode} and (p.withdrawn_at is null or app.kept_person(p.id) <> p.id)
      and (p.code = any(${by.codes}::text[]) or p.nik_index = any(${by.niks}::bytea[]) or lower(p.full_name) = any(${by.names}::text[])
        or p.id in (select pr.person_id from app.person_rows pr join app.source_records r on r.id = pr.record_id
          where r.village_code = ${villageCode} and r.nik_index = any(${by.niks}::bytea[])))`.execute(tx);
  return rows;
}

export async function withdrawPersons(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update app.persons set withdrawn_at = (select app.now()), updated_at = (select app.now()), version = version + 1
    where id = any(${ids}::uuid[])`.execute(tx);
}

export async function updateNikStatuses(
  tx: Tx,
  status: "padan" | "belum-padan",
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update app.persons set nik_status = ${status} where id = any(${ids}::uuid[]) and nik_status <> ${status}`.execute(
    tx,
  );
}

/** Birth place and mother's name of these persons, gone. */
export async function eraseParticularsOf(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update app.persons set birth_place_sealed = null, mother_name_sealed = null
    where id = any(${ids}::uuid[]) and num_nonnulls(birth_place_sealed, mother_name_sealed) > 0`.execute(tx);
}

/** With the entries merged into it that stand in the same village. Answers whose rows moved. */
export async function movePersonRow(
  tx: Tx,
  to: {
    readonly personId: string;
    readonly fromVillageCode: string;
    readonly villageCode: string;
    readonly kecamatanCode: string;
  },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update app.persons p set village_code = ${to.villageCode}, kecamatan_code = ${to.kecamatanCode},
      updated_at = (select app.now()), version = p.version + 1
    where p.village_code = ${to.fromVillageCode}
      and p.id in (select id from app.all_of_persons(array[${to.personId}]::uuid[])) returning p.id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
