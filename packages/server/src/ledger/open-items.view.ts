import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/**
 * Rupiah that lie in suspense since more than ten days: what is taken out goes against the oldest first, so what is left of the
 * balance beyond the receipts of the last ten days is old.
 */
export async function agedSuspense(tx: Tx, today: CivilDate): Promise<number> {
  const { rows } = await sql<{ aged: number }>`
    select greatest(0, coalesce(-sum(u.amount), 0)
      - coalesce(-sum(u.amount) filter (where u.amount < 0 and e.value_date > ${today}::date - 10), 0))::float8 as aged
    from app.ledger_entries e, unnest(e.accounts, e.amounts) u(account, amount)
    where e.region_code = (select app.region()) and e.accounts @> array['2400'] and u.account = '2400'`.execute(
    tx,
  );
  return rows[0]!.aged;
}
