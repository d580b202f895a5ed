import type { GuardianEvidence, GuardianKind } from "@tuwai/domain/families";
import type { SchoolLevel } from "@tuwai/domain/benefits";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";

export type ChildRow = {
  readonly memberId: string;
  readonly code: string;
  readonly schoolLevel: SchoolLevel | null;
  readonly schoolYearOfLevel: number | null;
  readonly schoolOn: CivilDate | null;
  readonly scholarship: "unknown" | "granted" | "refused";
  readonly endedKind: "married" | "working" | null;
  readonly endedOn: CivilDate | null;
  readonly consent: "none" | "given" | "withdrawn";
  readonly consentOn: CivilDate | null;
  readonly verifiedAt: Date | null;
};

export type GuardianRow = {
  readonly id: string;
  readonly childId: string;
  readonly kind: GuardianKind;
  readonly evidence: GuardianEvidence;
  readonly toldSealed: Buffer;
  readonly fromOn: CivilDate;
  readonly untilOn: CivilDate | null;
};

export type LetterRow = { readonly childId: string; readonly year: number; readonly receivedOn: CivilDate };

export async function listChildRows(tx: Tx, members: readonly string[]): Promise<readonly ChildRow[]> {
  const { rows } = await sql<ChildRow>`
    select c.member_id, c.code, c.school_level, c.school_year_of_level, c.school_on, c.scholarship, c.ended_kind, c.ended_on, c.consent,
      c.consent_on, c.verified_at
    from app.family_children c where c.member_id = any(${members}::uuid[])`.execute(tx);
  return rows;
}

export async function listGuardianRows(tx: Tx, children: readonly string[]): Promise<readonly GuardianRow[]> {
  const { rows } = await sql<GuardianRow>`
    select g.id, g.child_id, g.kind, g.evidence, g.told_sealed, g.from_on, g.until_on from app.child_guardians g
    where g.child_id = any(${children}::uuid[]) order by g.from_on, g.id`.execute(tx);
  return rows;
}

export async function listLetterRows(tx: Tx, children: readonly string[]): Promise<readonly LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select l.child_id, l.year, l.received_on from app.school_letters l where l.child_id = any(${children}::uuid[]) order by l.year`.execute(
    tx,
  );
  return rows;
}

type At = { readonly villageCode: string };

export async function insertChild(
  { tx, actor }: Step,
  { memberId, code, villageCode }: At & Pick<ChildRow, "memberId" | "code">,
): Promise<void> {
  await sql`
    insert into app.family_children (region_code, member_id, village_code, code)
    values (${actor.regionCode}, ${memberId}, ${villageCode}, ${code})`.execute(tx);
}

export type ChildChange = Partial<Omit<ChildRow, "memberId" | "code" | "verifiedAt">>;

/** Writes the row anew with what changes of it. */
export async function updateChild(tx: Tx, row: ChildRow, change: ChildChange): Promise<void> {
  const c = { ...row, ...change };
  await sql`
    update app.family_children set school_level = ${c.schoolLevel}, school_year_of_level = ${c.schoolYearOfLevel},
      school_on = ${c.schoolOn}::date, scholarship = ${c.scholarship}, ended_kind = ${c.endedKind}, ended_on = ${c.endedOn}::date,
      consent = ${c.consent}, consent_on = ${c.consentOn}::date, version = version + 1
    where member_id = ${row.memberId}`.execute(tx);
}

export async function setVerified({ tx, actor, now }: Step, childId: string): Promise<void> {
  await sql`
    update app.family_children set verified_by = ${actor.userId}, verified_at = ${now}, version = version + 1 where member_id = ${childId}`.execute(
    tx,
  );
}

export async function insertGuardian(step: Step, g: At & GuardianRow): Promise<void> {
  const { tx, actor, now } = step;
  await sql`
    insert into app.child_guardians (region_code, id, village_code, child_id, kind, evidence, told_sealed, from_on, until_on, noted_by, noted_at)
    values (${actor.regionCode}, ${g.id}, ${g.villageCode}, ${g.childId}, ${g.kind}, ${g.evidence}, ${g.toldSealed}, ${g.fromOn}::date,
      ${g.untilOn}::date, ${actor.userId}, ${now})`.execute(tx);
}

export async function endGuardianRow(tx: Tx, id: string, until: CivilDate): Promise<void> {
  await sql`update app.child_guardians set until_on = ${until}::date where id = ${id}`.execute(tx);
}

/** Once a year: a second letter of the same year changes nothing. Whether it was the first. */
export async function insertLetter({ tx, actor, now }: Step, l: At & LetterRow): Promise<boolean> {
  const done = await sql`
    insert into app.school_letters (region_code, village_code, child_id, year, received_on, noted_by, noted_at)
    values (${actor.regionCode}, ${l.villageCode}, ${l.childId}, ${l.year}, ${l.receivedOn}::date, ${actor.userId}, ${now})
    on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** What is known of these children goes for good; that somebody was a brother or sister stays, without a name. */
export async function eraseChildren(tx: Tx, children: readonly string[]): Promise<void> {
  const of = sql`${children}::uuid[]`;
  await sql`delete from app.school_letters where child_id = any(${of})`.execute(tx);
  await sql`delete from app.child_guardians where child_id = any(${of})`.execute(tx);
  await sql`delete from app.family_children where member_id = any(${of})`.execute(tx);
}
