import type { Owed, Received } from "@tuwai/domain/proof";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";

const ownEnrolments = (area: Area) => sql`
  select e.id, s.person_id from app.enrolments e join app.sponsorships s on s.id = e.sponsorship_id join app.pledges g on g.id = s.pledge_id
  where ${pledgesWithin(area, "g")}`;

/** What is owed under all of a sponsor's pledges, month by month. */
export async function listOwed(tx: Tx, area: Area): Promise<readonly Owed[]> {
  const { rows } = await sql<Owed>`
    select to_char(o.month, 'YYYY-MM') as month, count(distinct o.enrolment_id)::int as workers, sum(o.amount_rupiah)::bigint as rupiah
    from (${ownEnrolments(area)}) e join app.obligations o on o.enrolment_id = e.id
    where o.reversed_at is null group by o.month order by o.month`.execute(tx);
  return rows;
}

export type ReceivedRow = Omit<Received, "isOwn"> & {
  readonly payer: string | null;
  readonly month: Month;
  readonly on: CivilDate;
};

/** What BPJS has received for the workers of a sponsor's pledges, and nobody took back. */
export async function listReceived(tx: Tx, area: Area): Promise<readonly ReceivedRow[]> {
  const { rows } = await sql<ReceivedRow>`
    select to_char(v.month, 'YYYY-MM') as month, v.effective_on as on, e.person_id as worker,
      (v.details->>'amountRupiah')::bigint as rupiah, v.payer
    from (${ownEnrolments(area)}) e join app.standing_events v on v.person_id = e.person_id and v.enrolment_id = e.id
    where v.type = 'paid' and v.month is not null order by v.month, v.id`.execute(tx);
  return rows;
}
