import { firstDay, type Month } from "@tuwai/domain/time";
import { type RawBuilder, sql } from "kysely";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

/** How we know that a month was paid: the office's payroll took it whole, or all of the month was remitted to BPJS. */
export type PaidBy = "deducted" | "remitted";

/** A worker's month that was paid and that BPJS's receipts do not show. */
export type UnrecordedRow = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly month: Month;
  readonly fundSource: FundSource;
  /** The office whose employee pays; null for every other payer. */
  readonly office: string | null;
  readonly paidBy: PaidBy;
  readonly rupiah: number;
};

type Months = { readonly regionCode: string; readonly from: Month; readonly to: Month };

/**
 * Deducted whole and not given back to the employee, or of a month of which nothing is payable to BPJS any more; owed by an enrolment that
 * BPJS accepted; and no receipt stands for it. Read as the city itself, since the books and payroll show no worker.
 */
function unrecorded({ regionCode, from, to }: Months): RawBuilder<unknown> {
  const [first, last] = [firstDay(from), firstDay(to)];
  return sql`
    deducted as (
      select b.month, d.pledge_id from app.payroll_batches b
        join app.payroll_results r on r.batch_id = b.id and r.undone_at is null
        join app.payroll_deductions d on d.result_id = r.id and d.outcome = 'deducted'
      where b.region_code = ${regionCode} and b.month between ${first}::date and ${last}::date
        and not exists (select from app.payroll_endings x where x.batch_id = b.id and x.pledge_id = d.pledge_id and x.undone_at is null
          and x.decision = 'accepted' and x.ending = 'returned')),
    remitted as (
      select to_date(split_part(l.account, ':', 2), 'YYYY-MM') as month from app.ledger_balances l
      where l.region_code = ${regionCode} and l.ledger = 'contributions' and l.account like '2100:%' and l.amount = 0),
    paid as (
      select o.id, o.person_id, o.enrolment_id, o.month, o.amount_rupiah, e.fund_source, g.opd as office,
        case when d.pledge_id is not null then 'deducted' else 'remitted' end as paid_by
      from app.obligations o join app.enrolments e on e.id = o.enrolment_id and e.accepted_on is not null
        left join app.sponsorships s on s.id = e.sponsorship_id
        left join app.pledges g on g.id = s.pledge_id
        left join deducted d on d.pledge_id = g.id and d.month = o.month
      where o.region_code = ${regionCode} and o.month between ${first}::date and ${last}::date and o.reversed_at is null
        and (d.pledge_id is not null or (o.entry_id is not null and o.month in (select month from remitted)))),
    missing as (
      select p.person_id, p.enrolment_id, p.month, p.fund_source, p.office, p.paid_by, sum(p.amount_rupiah)::bigint as rupiah from paid p
      where not exists (select from app.standing_events v where v.person_id = p.person_id and v.type = 'paid' and v.month = p.month)
      group by 1, 2, 3, 4, 5, 6)`;
}

/** One month and payer in one line. */
export type UnrecordedGroup = Pick<UnrecordedRow, "month" | "fundSource" | "office" | "paidBy"> & {
  readonly workers: number;
  readonly rupiah: number;
};

/** The oldest month first. */
export async function listUnrecordedGroups(tx: Tx, of: Months): Promise<readonly UnrecordedGroup[]> {
  const { rows } = await sql<UnrecordedGroup>`
    with ${unrecorded(of)}
    select to_char(m.month, 'YYYY-MM') as month, m.fund_source, m.office, m.paid_by, count(*)::int as workers, sum(m.rupiah)::bigint as rupiah
    from missing m group by 1, 2, 3, 4 order by 1, 5 desc, 2, 3`.execute(tx);
  return rows;
}

export async function listUnrecordedRows(
  tx: Tx,
  of: Months,
  { limit, offset }: PageSize,
): Promise<readonly UnrecordedRow[]> {
  const { rows } = await sql<UnrecordedRow>`
    with ${unrecorded(of)}
    select p.id as person_id, p.code, p.full_name, p.village_code, to_char(m.month, 'YYYY-MM') as month, m.fund_source, m.office, m.paid_by,
      m.rupiah
    from missing m join app.persons p on p.id = m.person_id and p.withdrawn_at is null
    order by m.month, m.fund_source, m.office, p.village_code, p.full_name, p.id limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return rows;
}
