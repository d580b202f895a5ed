import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, officesWithin } from "#access";
import type { Tx } from "#database";

/** What of payroll waits for whom, in one look; counts only. */
export type PayrollWaits = {
  /** Batches that somebody else than `actorId` sent to a second person. */
  readonly proposed: number;
  readonly drafts: number;
  /** Locked, and payroll has not answered. */
  readonly unanswered: number;
  /** Answered, and transfers told do not come to what was deducted. */
  readonly unsent: number;
  /** Transfers told and not seen on the account. */
  readonly unreceived: number;
  /** Answered, and not closed. */
  readonly open: number;
  /** Endings that somebody else proposed. */
  readonly endings: number;
  /** Deducted, and not yet on the account: whole rupiah. */
  readonly shortRupiah: number;
};

export async function countWaits(
  tx: Tx,
  { area, actorId }: { readonly area: Area; readonly actorId: string },
): Promise<PayrollWaits> {
  const { rows } = await sql<PayrollWaits>`
    with batches as (
      select b.id, b.opd, b.state, b.prepared_by, r.rupiah as deducted from app.payroll_batches b
        left join app.payroll_results r on r.batch_id = b.id and r.undone_at is null
      where ${officesWithin(area, "b")} and b.state in ('draft', 'proposed', 'locked')),
    offices as (
      select opd, sum(deducted) as deducted from batches where state = 'locked' group by opd),
    told as (
      select t.opd, sum(t.rupiah - coalesce((select sum(m.rupiah) from app.payroll_matches m join app.payroll_batches c on c.id = m.batch_id
          where m.remittance_id = t.id and m.undone_at is null and c.state = 'closed'), 0)) as rupiah
      from app.remittances t where ${officesWithin(area, "t")} and t.withdrawn_at is null group by t.opd)
    select count(*) filter (where state = 'proposed' and prepared_by <> ${actorId}::uuid)::int as proposed,
      count(*) filter (where state = 'draft')::int as drafts,
      count(*) filter (where state = 'locked' and deducted is null)::int as unanswered,
      (select count(*)::int from offices o left join told t on t.opd = o.opd where o.deducted > coalesce(t.rupiah, 0)) as unsent,
      (select count(*)::int from app.remittances t where ${officesWithin(area, "t")} and t.received_at is null and t.withdrawn_at is null) as unreceived,
      count(*) filter (where state = 'locked' and deducted is not null)::int as open,
      (select count(*)::int from app.payroll_endings e where ${officesWithin(area, "e")} and e.undone_at is null and e.decision is null
        and e.ending <> 'open' and e.proposed_by <> ${actorId}::uuid) as endings,
      (coalesce(sum(deducted) filter (where state = 'locked'), 0)
        - coalesce((select sum(m.rupiah) from app.payroll_matches m join batches c on c.id = m.batch_id where m.undone_at is null), 0)
        - coalesce((select sum(e.rupiah) from app.payroll_endings e join batches c on c.id = e.batch_id
            where e.pledge_id is null and e.undone_at is null and e.entry_id is not null), 0))::bigint as short_rupiah
    from batches`.execute(tx);
  return rows[0]!;
}

/** An office that has not brought everything that is locked: whole rupiah deducted and not on the account, or no answer yet. */
export type ShortOffice = {
  readonly office: string;
  readonly month: Month;
  readonly shortRupiah: number;
  /** Locked batches that payroll has not answered. */
  readonly unanswered: number;
  readonly lockedAt: Date;
};

/** Of locked batches alone, the oldest month first, then the largest sum. */
export async function listShortOffices(tx: Tx, area: Area): Promise<readonly ShortOffice[]> {
  const { rows } = await sql<ShortOffice>`
    with batches as (
      select b.id, b.opd, b.month, b.decided_at, r.rupiah as deducted,
        coalesce((select sum(m.rupiah) from app.payroll_matches m where m.batch_id = b.id and m.undone_at is null), 0)
          + coalesce((select sum(e.rupiah) from app.payroll_endings e where e.batch_id = b.id and e.pledge_id is null
            and e.undone_at is null and e.entry_id is not null), 0) as came
      from app.payroll_batches b left join app.payroll_results r on r.batch_id = b.id and r.undone_at is null
      where ${officesWithin(area, "b")} and b.state = 'locked')
    select opd as office, to_char(min(month), 'YYYY-MM') as month, greatest(0, coalesce(sum(deducted - came), 0))::bigint as short_rupiah,
      count(*) filter (where deducted is null)::int as unanswered, min(decided_at) as locked_at
    from batches group by opd having count(*) filter (where deducted is null or deducted > came) > 0
    order by min(month), greatest(0, coalesce(sum(deducted - came), 0)) desc, opd`.execute(tx);
  return rows;
}
