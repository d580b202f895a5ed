import type { CivilDate } from "@tuwai/domain/time";
import { type RawBuilder, sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";
import type { WrittenField } from "#people";
import type { PageSize } from "#use-case";

/**
 * Whom a list of visits is about. `blocking`: what is unknown keeps them from being judged or enrolled; `registration`: endorsed
 * or paid for, and something is unknown that is asked before BPJS gets them.
 */
export const visitReasons = ["blocking", "registration", "phone", "heir", "uncovered"] as const;
export type VisitReason = (typeof visitReasons)[number];

export type IncompletePerson = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly birthDate: CivilDate | null;
  readonly address: string | null;
  readonly occupationText: string | null;
  readonly version: number;
  readonly missing: readonly WrittenField[];
};

export type VisitChoice = {
  readonly area: Area;
  readonly villageCode: string | null;
  readonly reason: VisitReason;
};

const isAwaitingRegistration = sql`(not exists (select from app.enrolments e where e.person_id = p.id and e.state in ('sent', 'accepted'))
  and (exists (select from app.enrolments e where e.person_id = p.id and e.state in ('ready', 'in-packet', 'rejected'))
    or exists (select from app.endorsement_items i join app.endorsements n on n.id = i.endorsement_id
      where i.person_id = p.id and i.included and n.state = 'approved')))`;

const unknown = {
  nik: sql`p.nik_sealed is null`,
  birthDate: sql`p.birth_date is null`,
  sex: sql`p.sex is null`,
  occupation: sql`coalesce(p.occupation_text, '') = ''`,
  phone: sql`p.phone_sealed is null`,
  // Asked person by person: as "not exists" beside others it would read every row of every list.
  heirName: sql`(select true from app.person_rows pr join app.source_records r on r.id = pr.record_id
    where pr.person_id = p.id and r.attributes ? 'heirName' limit 1) is null`,
  // Asked of nobody before it is needed.
  illness: isAwaitingRegistration,
} satisfies Partial<Record<WrittenField, RawBuilder<unknown>>>;

type Askable = keyof typeof unknown;

/** Unknown, and nobody has said it yet: a word that waits for a second person is not asked for again. */
const lacks = (field: Askable) => sql`(${unknown[field]} and not exists (select from app.person_edits e
  where e.person_id = p.id and e.field = ${sql.lit(field)} and e.state in ('waiting', 'standing')))`;

const conditions: Readonly<Record<VisitReason, RawBuilder<unknown>>> = {
  blocking: sql`(${sql.join((["nik", "birthDate", "sex", "occupation"] as const).map(lacks), sql` or `)})`,
  registration: sql`(${isAwaitingRegistration} and (${sql.join((["sex", "illness", "heirName"] as const).map(lacks), sql` or `)}))`,
  phone: lacks("phone"),
  heir: lacks("heirName"),
  uncovered: sql`not exists (select from app.enrolments e where e.person_id = p.id and e.state in ('sent', 'accepted'))`,
};

const from = ({ area, villageCode, reason }: VisitChoice) => sql`
  from app.persons p where ${personsWithin(area, "p")} and p.withdrawn_at is null and p.died_on is null and p.moved_on is null
    and p.target_group <> 'village-officer' and (${villageCode}::text is null or p.village_code = ${villageCode})
    and ${conditions[reason]}`;

export async function countIncomplete(tx: Tx, choice: VisitChoice): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${from(choice)}`.execute(tx);
  return rows[0]!.n;
}

/** In the order of a walk: village, address, name. */
export async function listIncomplete(
  tx: Tx,
  choice: VisitChoice,
  { limit, offset }: PageSize,
): Promise<readonly IncompletePerson[]> {
  const asked = (Object.keys(unknown) as Askable[]).map(
    (field) => sql`case when ${lacks(field)} then ${sql.lit(field)} end`,
  );
  const { rows } = await sql<IncompletePerson>`
    select p.id, p.code, p.full_name, p.village_code, p.birth_date, p.address, p.occupation_text, p.version,
      array_remove(array[${sql.join(asked)}], null) as missing ${from(choice)}
    order by p.village_code, p.address nulls last, p.full_name, p.id limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return rows;
}
