import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin, placeWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import type { Entry } from "./merge-reasons.ts";

export type EntryRow = Entry & {
  readonly regionCode: string;
  readonly code: string;
  readonly villageCode: string;
  readonly villageName: string | null;
  readonly kecamatanCode: string;
  readonly fullName: string;
  readonly birthDate: CivilDate | null;
  readonly sex: string | null;
  readonly address: string | null;
  readonly occupationText: string | null;
  readonly occupationGroup: string | null;
  readonly familyCard: string | null;
  /** False where it was withdrawn or merged. */
  readonly isListed: boolean;
};

/** An entry with what rests on it; by its id also one that is set aside, by a code whoever it means. */
export async function findEntry(
  tx: Tx,
  area: Area,
  by: { readonly code: string } | { readonly id: string },
): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`
    select p.id, p.region_code, p.code, p.village_code, v.name as village_name, p.kecamatan_code, p.full_name, p.birth_date, p.sex, p.address,
      p.occupation_text, p.occupation_group, p.target_group, p.died_on, p.moved_on, encode(p.nik_index, 'hex') as nik,
      encode(p.family_card_index, 'hex') as family_card, p.withdrawn_at is null as is_listed, s.*
    from app.persons p left join app.regions v on v.region_code = p.region_code and v.code = p.village_code
      left join lateral app.stakes_of_person(p.id) s on true
    where ${"code" in by ? sql`p.id = app.person_of_code(${area.regionCode}, ${by.code}) and p.withdrawn_at is null` : sql`p.id = ${by.id}::uuid`} and ${personsWithin(area, "p")}`.execute(
    tx,
  );
  return rows[0];
}

/** Holds persons until the transaction ends, in one order for everybody. */
export async function holdPersons(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from app.persons where id = any(${ids}::uuid[]) order by id for update`.execute(tx);
}

export type SplitRow = {
  readonly recordId: string;
  readonly personId: string;
  readonly entryId: string;
  readonly villageCode: string;
  readonly fullName: string;
  readonly birthDate: CivilDate | null;
  readonly sex: string | null;
  readonly address: string | null;
  readonly occupation: string | null;
  readonly importCode: string;
  readonly row: number;
  readonly at: Date;
  /** How many other rows describe the same entry. */
  readonly others: number;
  readonly hasNik: boolean;
};

/** A list row that describes somebody, with whom. */
export async function findDescribingRow(tx: Tx, area: Area, recordId: string): Promise<SplitRow | undefined> {
  const { rows } = await sql<SplitRow>`
    select r.id as record_id, app.kept_person(pr.person_id) as person_id, pr.person_id as entry_id, r.village_code, r.full_name,
      r.birth_date, r.sex, r.address, r.attributes->>'occupation' as occupation, b.code as import_code, r.row_no as row,
      coalesce(b.applied_at, b.uploaded_at) as at, r.nik_sealed is not null as has_nik,
      (select count(*)::int from app.person_rows o where o.person_id = pr.person_id and o.record_id <> r.id)
        + (select count(*)::int from app.person_edits e where e.person_id = pr.person_id and e.state = 'standing' and e.is_entry) as others
    from app.person_rows pr join app.source_records r on r.id = pr.record_id join app.import_batches b on b.id = r.batch_id
    where r.id = ${recordId} and ${placeWithin(area, "pr")} and (r.withdrawn_at is null or r.superseded_by is not null)`.execute(
    tx,
  );
  return rows[0];
}

export type DecisionHead = {
  readonly id: string;
  readonly kind: "merge" | "split";
  readonly state: "waiting" | "standing" | "refused" | "undone";
  readonly personId: string;
  readonly personCode: string;
  readonly personName: string;
  readonly otherCode: string | null;
  readonly otherName: string | null;
  readonly villageCode: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
};

const heads = (area: Area) => sql`
  from app.identity_decisions d join app.persons p on p.id = d.person_id left join app.persons o on o.id = d.other_id
  where ${placeWithin(area, "d")} and d.state in ('waiting', 'standing')`;

export async function countWaitingIdentities(tx: Tx, area: Area, userId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.identity_decisions d
    where ${placeWithin(area, "d")} and d.state = 'waiting' and d.recorded_by <> ${userId}::uuid`.execute(tx);
  return rows[0]!.n;
}

export async function countIdentities(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${heads(area)}`.execute(tx);
  return rows[0]!.n;
}

/** What waits comes first, then what stands, newest first. */
export async function listIdentities(
  tx: Tx,
  area: Area,
  { limit, offset }: PageSize,
): Promise<readonly DecisionHead[]> {
  const { rows } = await sql<DecisionHead>`
    select d.id, d.kind, d.state, d.person_id, p.code as person_code, p.full_name as person_name, o.code as other_code,
      o.full_name as other_name, p.village_code, d.recorded_at, d.recorded_by ${heads(area)}
    order by d.state = 'waiting' desc, d.recorded_at desc, d.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}
