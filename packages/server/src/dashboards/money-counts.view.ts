import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { OfVillage } from "./stage-counts.view.ts";
import type { TopicCounts } from "./topic-counts.ts";

const source = sql`case when e.fund_source in ('asn', 'apbdes', 'apbd') then e.fund_source else 'other' end`;

/** What payers owe of each month and what BPJS recorded as received, by where the worker lives and who pays. */
export async function countMoney(
  tx: Tx,
  regionCode: string,
): Promise<readonly OfVillage<TopicCounts["money"]>[]> {
  const { rows } = await sql<OfVillage<TopicCounts["money"]>>`
    with owed as (
      select o.enrolment_id, o.month, sum(o.amount_rupiah) as rupiah from app.obligations o
      where o.region_code = ${regionCode} and o.reversed_at is null group by 1, 2),
    received as (
      select v.enrolment_id, v.month, sum((v.details->>'amountRupiah')::bigint) as rupiah from app.standing_events v
      where v.region_code = ${regionCode} and v.type = 'paid' and v.month is not null and v.enrolment_id is not null group by 1, 2),
    lines as (
      select e.village_code, to_char(month, 'YYYY-MM') as month, ${source} as source,
        jsonb_build_object('owedWorkers', count(o.enrolment_id), 'owed', coalesce(sum(o.rupiah), 0),
          'receivedWorkers', count(r.enrolment_id), 'received', coalesce(sum(r.rupiah), 0)) as money
      from owed o full join received r using (enrolment_id, month) join app.enrolments e on e.id = enrolment_id group by 1, 2, 3),
    months as (select village_code, month, jsonb_object_agg(source, money) as money from lines group by 1, 2)
    select village_code, jsonb_object_agg(month, money) as counts from months group by 1`.execute(tx);
  return rows;
}

/** What left the city's accounts for BPJS, by the month it pays for: known of the city as a whole. */
export async function sumRemitted(tx: Tx, regionCode: string): Promise<TopicCounts["remitted"]> {
  const { rows } = await sql<{ month: Month; rupiah: number }>`
    select to_char(e.service_month, 'YYYY-MM') as month, sum(u.amount)::bigint as rupiah
    from app.ledger_entries e cross join lateral unnest(e.accounts, e.amounts) u(account, amount)
    where e.region_code = ${regionCode} and e.kind in ('remit', 'consume') and e.service_month is not null and u.account like '2100:%'
      and not exists (select from app.ledger_entries r where r.reverses = e.id)
    group by 1 order by 1`.execute(tx);
  return Object.fromEntries(rows.map(({ month, rupiah }) => [month, rupiah]));
}
