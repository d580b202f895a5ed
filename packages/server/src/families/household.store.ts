import type { Ending, HouseholdRole, Kinship } from "@tuwai/domain/families";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";

export type MemberRow = {
  readonly id: string;
  readonly householdId: string;
  readonly kinship: Kinship;
  readonly toldSealed: Buffer | null;
};

export type TermRow = {
  readonly id: string;
  readonly memberId: string;
  readonly role: HouseholdRole;
  readonly fromOn: CivilDate | null;
  readonly untilOn: CivilDate | null;
  readonly ending: Ending | null;
};

export async function listMemberRows(tx: Tx, households: readonly string[]): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.id, m.household_id, m.kinship, m.told_sealed from app.household_members m
    where m.household_id = any(${households}::uuid[]) order by m.noted_at, m.id`.execute(tx);
  return rows;
}

export async function listTermRows(tx: Tx, members: readonly string[]): Promise<readonly TermRow[]> {
  const { rows } = await sql<TermRow>`
    select t.id, t.member_id, t.role, t.from_on, t.until_on, t.ending from app.household_terms t
    where t.member_id = any(${members}::uuid[]) order by t.from_on nulls first`.execute(tx);
  return rows;
}

type Placed = { readonly id: string; readonly villageCode: string };

export async function insertHousehold(
  { tx, actor, now }: Step,
  { id, villageCode, personId }: Placed & { readonly personId: string },
): Promise<void> {
  await sql`
    insert into app.households (region_code, id, village_code, person_id, created_by, created_at)
    values (${actor.regionCode}, ${id}, ${villageCode}, ${personId}, ${actor.userId}, ${now})`.execute(tx);
}

export async function insertMember(
  { tx, actor, now }: Step,
  { id, villageCode, householdId, kinship, toldSealed }: Placed & MemberRow,
): Promise<void> {
  await sql`
    insert into app.household_members (region_code, id, village_code, household_id, kinship, told_sealed, noted_by, noted_at)
    values (${actor.regionCode}, ${id}, ${villageCode}, ${householdId}, ${kinship}, ${toldSealed}, ${actor.userId}, ${now})`.execute(
    tx,
  );
}

export async function insertTerm(
  { tx, actor, now }: Step,
  { id, villageCode, memberId, role, fromOn, untilOn, ending }: Placed & TermRow,
): Promise<void> {
  await sql`
    insert into app.household_terms (region_code, id, village_code, member_id, role, from_on, until_on, ending, noted_by, noted_at)
    values (${actor.regionCode}, ${id}, ${villageCode}, ${memberId}, ${role}, ${fromOn}::date, ${untilOn}::date, ${ending}, ${actor.userId},
      ${now})`.execute(tx);
}

export async function updateTerm(tx: Tx, { id, role, untilOn, ending }: TermRow): Promise<void> {
  await sql`
    update app.household_terms set role = ${role}, until_on = ${untilOn}::date, ending = ${ending} where id = ${id}`.execute(
    tx,
  );
}

export async function setDisputed(
  { tx, actor, now }: Step,
  householdId: string,
  isDisputed: boolean,
): Promise<void> {
  const [by, at] = isDisputed ? [actor.userId, now] : [null, null];
  await sql`
    update app.households set disputed_by = ${by}, disputed_at = ${at}, version = version + 1 where id = ${householdId}`.execute(
    tx,
  );
}

/** Name and day of birth go for good. */
export async function forgetTold(tx: Tx, members: readonly string[]): Promise<void> {
  await sql`update app.household_members set told_sealed = null where id = any(${members}::uuid[])`.execute(
    tx,
  );
}
