import type { FundPeriod } from "@tuwai/domain/payers";
import { firstDay } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type StandingPeriod = FundPeriod & { readonly id: string; readonly payerId: string };

/** What payers have promised and nobody took back, by month; of one payer, or of all whom the login may see. */
export async function listPeriods(tx: Tx, payerId: string | null): Promise<readonly StandingPeriod[]> {
  const { rows } = await sql<StandingPeriod>`
    select f.id, f.payer_id, to_char(f.from_month, 'YYYY-MM') as from_month, to_char(f.last_month, 'YYYY-MM') as last_month,
      f.budget_rupiah, f.heads
    from app.fund_periods f
    where f.region_code = (select app.region()) and f.withdrawn_at is null and (${payerId}::uuid is null or f.payer_id = ${payerId})
    order by f.from_month, f.id`.execute(tx);
  return rows;
}

export async function insertPeriod(
  tx: Tx,
  period: StandingPeriod & { readonly regionCode: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into app.fund_periods (region_code, id, payer_id, from_month, last_month, budget_rupiah, heads, entered_by, entered_at)
    values (${period.regionCode}, ${period.id}, ${period.payerId}, ${firstDay(period.fromMonth)}::date,
      ${firstDay(period.lastMonth)}::date, ${period.budgetRupiah}, ${period.heads}, ${period.by}, ${period.at})`.execute(
    tx,
  );
}

/** Whose it was; undefined where it does not stand. */
export async function withdrawPeriodRow(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly id: string;
    readonly by: string;
    readonly at: Date;
    readonly reason: string;
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ payerId: string }>`
    update app.fund_periods set withdrawn_by = ${of.by}, withdrawn_at = ${of.at}, withdraw_reason = ${of.reason}
    where region_code = ${of.regionCode} and id = ${of.id} and withdrawn_at is null returning payer_id`.execute(
    tx,
  );
  return rows[0]?.payerId;
}
