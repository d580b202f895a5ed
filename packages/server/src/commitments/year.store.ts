import type { Group } from "@tuwai/domain/grants";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";

export type YearRow = { readonly year: number; readonly openedAt: Date; readonly lockedAt: Date | null };

export async function findYear(tx: Tx, regionCode: string, year: number): Promise<YearRow | undefined> {
  const { rows } = await sql<YearRow>`
    select year, opened_at, locked_at from app.commitment_years where region_code = ${regionCode} and year = ${year}`.execute(
    tx,
  );
  return rows[0];
}

/** Years whose promises stand, the newest first. */
export async function listLockedYears(tx: Tx, regionCode: string): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select year from app.commitment_years where region_code = ${regionCode} and locked_at is not null order by year desc`.execute(
    tx,
  );
  return rows.map(({ year }) => year);
}

type Opened = {
  readonly regionCode: string;
  readonly year: number;
  readonly by: string;
  readonly at: Date;
};

export async function insertYear(tx: Tx, y: Opened): Promise<void> {
  await sql`
    insert into app.commitment_years (region_code, year, opened_by, opened_at)
    values (${y.regionCode}, ${y.year}, ${y.by}, ${y.at})`.execute(tx);
}

/** Says whether it was open until now. */
export async function markLocked(tx: Tx, y: Opened): Promise<boolean> {
  const done = await sql`
    update app.commitment_years set locked_by = ${y.by}, locked_at = ${y.at}
    where region_code = ${y.regionCode} and year = ${y.year} and locked_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export async function listRules(tx: Tx, regionCode: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; value: string }>`
    select name, value from app.commitment_rules where region_code = ${regionCode}`.execute(tx);
  return new Map(rows.map(({ name, value }) => [name, value]));
}

type Rule = {
  readonly regionCode: string;
  readonly name: string;
  readonly value: string;
  readonly by: string;
  readonly at: Date;
};

/** Says whether there was such a rule to change. */
export async function updateRule(tx: Tx, r: Rule): Promise<boolean> {
  const done = await sql`
    update app.commitment_rules set value = ${r.value}, changed_by = ${r.by}, changed_at = ${r.at}
    where region_code = ${r.regionCode} and name = ${r.name}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export async function insertRule(tx: Tx, r: Rule): Promise<void> {
  await sql`
    insert into app.commitment_rules (region_code, name, value, changed_by, changed_at)
    values (${r.regionCode}, ${r.name}, ${r.value}, ${r.by}, ${r.at})`.execute(tx);
}

export type NeedCount = {
  readonly villageCode: string;
  readonly group: Group;
  /** Null: as the register has it. */
  readonly people: number | null;
  readonly reason: string;
  readonly countedRole: Role;
  readonly countedAt: Date;
};

/** The newest count of each village and group in a year. */
export async function listNeedCounts(tx: Tx, area: Area, year: number): Promise<readonly NeedCount[]> {
  const { rows } = await sql<NeedCount>`
    select distinct on (n.village_code, n.group_code) n.village_code, n.group_code as group, n.people, n.reason, n.counted_role,
      n.counted_at
    from app.need_counts n where ${placeWithin(area, "n")} and n.year = ${year}
    order by n.village_code, n.group_code, n.counted_at desc, n.id desc`.execute(tx);
  return rows;
}

type NewCount = NeedCount & {
  readonly regionCode: string;
  readonly id: string;
  readonly kecamatanCode: string;
  readonly year: number;
  readonly by: string;
};

export async function insertNeedCount(tx: Tx, n: NewCount): Promise<void> {
  await sql`
    insert into app.need_counts (region_code, id, village_code, kecamatan_code, year, group_code, people, reason, counted_by,
      counted_role, counted_at)
    values (${n.regionCode}, ${n.id}, ${n.villageCode}, ${n.kecamatanCode}, ${n.year}, ${n.group}, ${n.people}, ${n.reason}, ${n.by},
      ${n.countedRole}, ${n.countedAt})`.execute(tx);
}
