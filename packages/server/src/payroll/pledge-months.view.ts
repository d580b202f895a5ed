import type { Rupiah } from "@tuwai/domain/money";
import type { DeductionOutcome, NotDeductedReason } from "@tuwai/domain/payroll";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type PledgeMonth = {
  readonly month: Month;
  readonly promised: Rupiah;
  readonly deducted: Rupiah | null;
  readonly outcome: DeductionOutcome | null;
  readonly reason: NotDeductedReason | null;
  /** Of the whole batch: deducted, and matched with transfers, and when the last of them was. */
  readonly all: Rupiah | null;
  readonly matched: Rupiah;
  readonly arrivedAt: Date | null;
  readonly atBpjs: number;
};

/** The newest month first. */
export async function listPledgeMonths(tx: Tx, civilServantId: string): Promise<readonly PledgeMonth[]> {
  const { rows } = await sql<PledgeMonth>`
    select to_char(l.month, 'YYYY-MM') as month, l.amount_rupiah as promised, d.rupiah as deducted, d.outcome, d.reason, r.rupiah as all,
      coalesce(m.rupiah, 0)::bigint as matched, m.at as arrived_at, coalesce(p.rupiah, 0)::bigint as at_bpjs
    from app.payroll_lines l join app.payroll_batches b on b.id = l.batch_id and b.version = l.version and b.state in ('locked', 'closed')
      left join app.payroll_results r on r.batch_id = b.id and r.undone_at is null
      left join app.payroll_deductions d on d.result_id = r.id and d.pledge_id = l.pledge_id
      left join lateral (select sum(x.rupiah) as rupiah, max(x.matched_at) as at from app.payroll_matches x
        where x.batch_id = b.id and x.undone_at is null) m on true
      left join lateral (select sum(o.amount_rupiah) as rupiah
        from app.sponsorships s join app.enrolments e on e.sponsorship_id = s.id
          join app.obligations o on o.enrolment_id = e.id and o.month = l.month and o.reversed_at is null
        where s.pledge_id = l.pledge_id and exists (select from app.standing_events v
          where v.person_id = o.person_id and v.type = 'paid' and v.month = o.month and v.enrolment_id = o.enrolment_id)) p on true
    where l.pledge_id in (select g.id from app.pledges g where g.civil_servant_id = ${civilServantId}::uuid) and l.is_live order by l.month desc`.execute(
    tx,
  );
  return rows;
}
