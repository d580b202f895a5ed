import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/** The last month that is owed under this pledge; null when nothing was ever sent. */
export async function findLastOwedMonth(tx: Tx, pledgeId: string): Promise<Month | null> {
  const { rows } = await sql<{ month: Month | null }>`
    select to_char(max(o.month), 'YYYY-MM') as month from app.obligations o join app.enrolments e on e.id = o.enrolment_id
      join app.sponsorships s on s.id = e.sponsorship_id
    where s.pledge_id = ${pledgeId} and o.reversed_at is null`.execute(tx);
  return rows[0]?.month ?? null;
}
