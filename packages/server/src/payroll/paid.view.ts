import type { Rupiah } from "@tuwai/domain/money";
import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/**
 * What BPJS received of these mandates' month, each by the receipts of its own workers and never by those of another payer; no worker is
 * named. `isIn` says whether BPJS's list of the month is in at all.
 */
export async function listPaid(
  tx: Tx,
  of: { readonly month: Month; readonly mandateIds: readonly string[] },
): Promise<ReadonlyMap<string, Rupiah>> {
  const { rows } = await sql<{ id: string; amount: Rupiah }>`
    with paid as materialized (
      select distinct v.person_id, v.enrolment_id from app.standing_events v
      where v.region_code = (select app.region()) and v.type = 'paid' and v.month = ${firstDay(of.month)}::date)
    select s.pledge_id as id, sum(o.amount_rupiah)::bigint as amount
    from app.sponsorships s join app.enrolments e on e.sponsorship_id = s.id
      join app.obligations o on o.enrolment_id = e.id and o.month = ${firstDay(of.month)}::date and o.reversed_at is null
      join paid v on v.person_id = o.person_id and v.enrolment_id = o.enrolment_id
    where s.pledge_id = any(${of.mandateIds}::uuid[])
    group by s.pledge_id`.execute(tx);
  return new Map(rows.map(({ id, amount }) => [id, amount]));
}
