import { sql } from "kysely";
import type { Tx } from "#database";

/** What stands on an account of the books now; debit is positive. */
export async function readBalance(tx: Tx, account: string): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select b.amount::bigint as amount from app.ledger_balances b
    where b.region_code = (select app.region()) and b.ledger = 'contributions' and b.account = ${account}`.execute(
    tx,
  );
  return rows[0]?.amount ?? 0;
}
