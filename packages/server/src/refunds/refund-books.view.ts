import { sql } from "kysely";
import type { Tx } from "#database";

/** Whether the month of an entry's book is closed. */
export async function isInClosedMonth(tx: Tx, entryId: string): Promise<boolean> {
  const { rows } = await sql<{ isClosed: boolean }>`
    select coalesce(e.book_month <= h.closed_through, false) as is_closed from app.ledger_entries e
      join app.ledger_heads h on h.region_code = e.region_code and h.ledger = e.ledger
    where e.id = ${entryId}`.execute(tx);
  return rows[0]?.isClosed ?? false;
}

/** How far money that must stay above zero would fall below it at worst, were these entries taken back; zero or more: not at all. */
export async function findLeast(tx: Tx, entryIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ least: number }>`
    select coalesce(min(case when left(a.account, 1) = '2' then -b.amount + a.amount else b.amount - a.amount end), 0)::bigint as least
    from (select u.account, sum(u.amount) as amount from app.ledger_entries e cross join unnest(e.accounts, e.amounts) u(account, amount)
      where e.id = any(${entryIds}::uuid[]) group by u.account) a
      join app.ledger_balances b on b.region_code = (select app.region()) and b.ledger = 'contributions' and b.account = a.account`.execute(
    tx,
  );
  return rows[0]!.least;
}
