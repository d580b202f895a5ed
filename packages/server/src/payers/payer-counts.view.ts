import type { PayerMonth } from "@tuwai/domain/payers";
import { sql } from "kysely";
import type { Tx } from "#database";

/** Workers of each payer today, without naming them. A payer that is null: money of which nobody has said whose it is. */
export async function countWorkers(tx: Tx): Promise<ReadonlyMap<string | null, number>> {
  const { rows } = await sql<{ payerId: string | null; workers: number }>`
    select payer_id, workers from app.payer_workers()`.execute(tx);
  return new Map(rows.map(({ payerId, workers }) => [payerId, workers]));
}

/** What each payer owed and paid for each month, and the months with full cover among those paid. */
export async function listPayerMonths(
  tx: Tx,
): Promise<readonly (PayerMonth & { readonly payerId: string | null })[]> {
  const { rows } = await sql<PayerMonth & { readonly payerId: string | null }>`
    select payer_id, to_char(month, 'YYYY-MM') as month, owed_workers, owed_rupiah, paid_months, paid_rupiah, full_months
    from app.payer_months() order by month`.execute(tx);
  return rows;
}
