import type { StandingMonth } from "@tuwai/domain/fulfilment";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

/** Months from which nobody is paid for any more: the person left before them, or BPJS refused. */
const isOver = sql<boolean>`(e.state = 'rejected' or m.month >= e.until_month)`;

/** The months of a village's commitments that stand, with whether the person has left since. */
export async function listStandingMonths(
  tx: Tx,
  commitmentIds: readonly string[],
): Promise<readonly StandingMonth[]> {
  const { rows } = await sql<StandingMonth>`
    select m.person_id, to_char(m.month, 'YYYY-MM') as month, m.commitment_id, m.rupiah, e.state = 'ended' as has_left
    from app.commitment_months m join app.enrolments e on e.id = m.enrolment_id
    where m.commitment_id = any(${commitmentIds}::uuid[]) and m.released_at is null and ${isOver} is not true
    order by m.person_id, m.month`.execute(tx);
  return rows;
}

/** The months that are given to a commitment and cannot be paid any more. */
export async function listLeftMonths(
  tx: Tx,
  commitmentIds: readonly string[],
): Promise<readonly { readonly personId: string; readonly month: Month }[]> {
  const { rows } = await sql<{ personId: string; month: Month }>`
    select m.person_id, to_char(m.month, 'YYYY-MM') as month
    from app.commitment_months m join app.enrolments e on e.id = m.enrolment_id
    where m.commitment_id = any(${commitmentIds}::uuid[]) and m.released_at is null and ${isOver}`.execute(
    tx,
  );
  return rows;
}

export type EnrolmentRun = {
  readonly id: string;
  readonly people: number;
  readonly madeAt: Date;
  readonly isUndone: boolean;
  /** Of those put forward by it, how many BPJS has been sent: from then on nothing can be taken back. */
  readonly sent: number;
};

const runs = (area: Area) => sql`
  select r.id, r.people, r.made_at, r.undone_at is not null as is_undone,
    (select count(distinct m.person_id)::int from app.commitment_months m join app.enrolments e on e.id = m.enrolment_id
      where m.commitment_enrolment_id = r.id and m.is_new and e.sent_at is not null) as sent
  from app.commitment_enrolments r where ${placeWithin(area, "r")}`;

/** Newest first. */
export async function listRuns(
  tx: Tx,
  area: Area,
  of: { readonly villageCode: string; readonly year: number },
): Promise<readonly EnrolmentRun[]> {
  const { rows } = await sql<EnrolmentRun>`
    ${runs(area)} and r.village_code = ${of.villageCode} and r.year = ${of.year} order by r.made_at desc, r.id desc`.execute(
    tx,
  );
  return rows;
}

export async function getRun(tx: Tx, area: Area, id: string): Promise<EnrolmentRun> {
  const { rows } = await sql<EnrolmentRun>`${runs(area)} and r.id = ${id}`.execute(tx);
  return rows[0]!;
}
