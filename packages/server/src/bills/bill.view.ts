import type { GivenAnswer } from "@tuwai/domain/bills";
import type { Segment } from "@tuwai/domain/contributions";
import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";
import type { Wadah } from "#enrolment";
import type { PageSize } from "#use-case";

/** One group in one month: what is owed by our list, what BPJS billed, and what it confirmed under the bill's code. */
export type BillRow = {
  readonly key: string;
  readonly segment: Segment;
  readonly fundSource: FundSource;
  readonly wadah: Wadah;
  readonly villageCode: string | null;
  readonly workers: number;
  /** Of them those whom BPJS has taken in: only for them it makes a bill. */
  readonly accepted: number;
  readonly owed: number;
  readonly billId: string | null;
  readonly code: string | null;
  readonly billed: number | null;
  readonly received: number;
  /** Confirmed by BPJS for these months under no code or another: it cannot be held against the bill. */
  readonly receivedOtherwise: number;
  readonly answers: readonly (GivenAnswer & { readonly note: string | null; readonly at: string })[];
};

type Of = { readonly regionCode: string; readonly month: Month };

/**
 * Every group of which somebody's month is owed or billed; who owes most stands first. Each part is made once and then joined
 * (`materialized`): while a city is young the planner takes all of them for empty and would make them anew for every worker.
 */
export async function listBillRows(tx: Tx, { regionCode, month }: Of): Promise<readonly BillRow[]> {
  const first = firstDay(month);
  const { rows } = await sql<BillRow>`
    with owed as materialized (
      select app.group_key(e.segment, e.fund_source, e.wadah, e.village_code) as key, o.enrolment_id, e.accepted_on is not null as is_accepted,
        sum(o.amount_rupiah)::bigint as owed
      from app.obligations o join app.enrolments e on e.id = o.enrolment_id
      where o.region_code = ${regionCode} and o.month = ${first}::date and o.reversed_at is null group by 1, 2, 3),
    groups as materialized (
      select key, count(*)::int as workers, count(*) filter (where is_accepted)::int as accepted, sum(owed)::bigint as owed
      from owed group by key),
    billed as materialized (
      select b.* from app.bills b where b.region_code = ${regionCode} and b.month = ${first}::date and b.replaced_at is null),
    paid as materialized (
      select v.enrolment_id, v.month, v.details->>'billingCode' as code, (v.details->>'amountRupiah')::bigint as amount
      from app.standing_events v
      where v.region_code = ${regionCode} and v.type = 'paid'
        and (v.month = ${first}::date or v.details->>'billingCode' in (select code from billed))),
    came as materialized (
      select b.id, sum(v.amount)::bigint as received from billed b join paid v on v.code = b.code group by b.id),
    confirmed as materialized (
      select o.key, sum(v.amount)::bigint as amount
      from owed o join paid v on v.enrolment_id = o.enrolment_id and v.month = ${first}::date
        left join billed b on b.group_key = o.key and b.code = v.code
      where b.id is null group by o.key),
    said as materialized (
      select a.bill_id, jsonb_agg(jsonb_build_object('kind', a.kind, 'rupiah', a.rupiah, 'answer', a.answer, 'note', a.note,
        'at', a.at) order by a.at, a.id) as answers
      from billed b join app.bill_answers a on a.bill_id = b.id group by a.bill_id),
    shape as materialized (
      select distinct app.group_key(e.segment, e.fund_source, e.wadah, e.village_code) as key, e.segment, e.fund_source, e.wadah,
        case when e.segment = 'pu-village' then e.village_code end as village_code
      from app.enrolments e where e.region_code = ${regionCode})
    select coalesce(o.key, b.group_key) as key, s.segment, s.fund_source, s.wadah, s.village_code, coalesce(o.workers, 0) as workers,
      coalesce(o.accepted, 0) as accepted, coalesce(o.owed, 0)::bigint as owed, b.id as bill_id, b.code, b.billed_rupiah as billed, coalesce(c.received, 0)::bigint as received,
      coalesce(f.amount, 0)::bigint as received_otherwise, coalesce(a.answers, '[]') as answers
    from groups o full join billed b on b.group_key = o.key join shape s on s.key = coalesce(o.key, b.group_key)
      left join came c on c.id = b.id left join confirmed f on f.key = o.key left join said a on a.bill_id = b.id
    order by coalesce(o.owed, 0) desc, 1`.execute(tx);
  return rows;
}

export type BillLine = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly owed: number;
  /** Confirmed under the bill's code; 0 while there is no bill. */
  readonly received: number;
};

/** Whose months make up what is owed, by village and name. */
export async function listBillLines(
  tx: Tx,
  { regionCode, month }: Of,
  { key, code, limit, offset }: { readonly key: string; readonly code: string | null } & PageSize,
): Promise<readonly BillLine[]> {
  const { rows } = await sql<BillLine>`
    with owed as materialized (
      select o.person_id, o.enrolment_id, sum(o.amount_rupiah)::bigint as owed
      from app.obligations o join app.enrolments e on e.id = o.enrolment_id
      where o.region_code = ${regionCode} and o.month = ${firstDay(month)}::date and o.reversed_at is null
        and app.group_key(e.segment, e.fund_source, e.wadah, e.village_code) = ${key} group by 1, 2),
    came as materialized (
      select v.enrolment_id, sum((v.details->>'amountRupiah')::bigint)::bigint as received from app.standing_events v
      where v.region_code = ${regionCode} and v.type = 'paid' and v.details->>'billingCode' = ${code} group by 1)
    select p.id as person_id, p.code, p.full_name, p.village_code, o.owed, coalesce(c.received, 0)::bigint as received
    from owed o join app.persons p on p.id = o.person_id left join came c on c.enrolment_id = o.enrolment_id
    order by p.village_code, p.full_name, p.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}
