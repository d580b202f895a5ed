import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

export type WithdrawalToFollow = {
  readonly id: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly recordedAt: Date;
  /** BPJS was asked to insure the person, or does. */
  readonly isEnrolled: boolean;
  /** Somebody pays, or was proposed to. */
  readonly isPaidFor: boolean;
};

const enrolled = sql`exists (select from app.enrolments n where n.person_id = p.id and n.state not in ('rejected', 'ended'))`;
const paidFor = sql`exists (select from app.sponsorships s where s.person_id = p.id and s.state in ('proposed', 'accepted'))`;

/** Whoever has an enrolment or a payer, and nobody has told these yet. */
const from = (area: Area) => sql`
  from app.consent_withdrawals w join app.persons p on p.id = app.kept_person(w.person_id)
  where ${placeWithin(area, "w")} and w.undone_at is null and w.handled_at is null and p.withdrawn_at is null
    and (${enrolled} or ${paidFor})`;

export type ToFollow = { readonly count: number; readonly since: Date | null };

export async function countToFollow(tx: Tx, area: Area): Promise<ToFollow> {
  const { rows } = await sql<ToFollow>`
    select count(*)::int as count, min(w.recorded_at) as since ${from(area)}`.execute(tx);
  return rows[0]!;
}

/** The oldest first. */
export async function listToFollow(
  tx: Tx,
  area: Area,
  { limit, offset }: PageSize,
): Promise<readonly WithdrawalToFollow[]> {
  const { rows } = await sql<WithdrawalToFollow>`
    select w.id, p.id as person_id, p.code, p.full_name, p.village_code, w.recorded_at, ${enrolled} as is_enrolled,
      ${paidFor} as is_paid_for ${from(area)} order by w.recorded_at, w.id limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return rows;
}
