import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";

/** One kind of payer in one month: for how many workers it owes and how much, and for how many BPJS has received it. */
export type PeriodLine = {
  readonly fundSource: FundSource;
  readonly owedWorkers: number;
  readonly owedRupiah: number;
  readonly paidWorkers: number;
  readonly paidRupiah: number;
};

export async function listPeriodLines(tx: Tx, of: Month): Promise<readonly PeriodLine[]> {
  const month = firstDay(of);
  const { rows } = await sql<PeriodLine>`
    with owed as (
      select o.enrolment_id, sum(o.amount_rupiah) as rupiah from app.obligations o
      where o.region_code = (select app.region()) and o.month = ${month}::date and o.reversed_at is null group by o.enrolment_id),
    paid as (
      select v.enrolment_id, sum((v.details->>'amountRupiah')::bigint) as rupiah from app.standing_events v
      where v.region_code = (select app.region()) and v.type = 'paid' and v.month = ${month}::date and v.enrolment_id is not null
      group by v.enrolment_id)
    select e.fund_source, count(o.enrolment_id)::int as owed_workers, coalesce(sum(o.rupiah), 0)::bigint as owed_rupiah,
      count(p.enrolment_id)::int as paid_workers, coalesce(sum(p.rupiah), 0)::bigint as paid_rupiah
    from owed o full join paid p using (enrolment_id) join app.enrolments e on e.id = enrolment_id
    group by e.fund_source order by sum(o.rupiah) desc nulls last, e.fund_source`.execute(tx);
  return rows;
}

/** Workers of that month who wait for a person, by why. */
export async function countParked(
  tx: Tx,
  of: Month,
): Promise<readonly { readonly reason: string; readonly workers: number }[]> {
  const { rows } = await sql<{ reason: string; workers: number }>`
    select p.reason, count(*)::int as workers from app.parked_months p
    where p.region_code = (select app.region()) and p.month = ${firstDay(of)}::date and p.resolved_at is null
    group by p.reason order by p.reason`.execute(tx);
  return rows;
}
